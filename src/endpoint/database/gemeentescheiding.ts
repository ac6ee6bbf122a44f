import {
  AliasNode,
  AndNode,
  BinaryOperationNode,
  ColumnNode,
  type DeleteQueryNode,
  IdentifierNode,
  type InsertQueryNode,
  JoinNode,
  type KyselyPlugin,
  OnNode,
  type OnConflictNode,
  type OperationNode,
  OperationNodeTransformer,
  OperatorNode,
  ParensNode,
  type PluginTransformQueryArgs,
  type PluginTransformResultArgs,
  type QueryId,
  type QueryResult,
  type RawNode,
  ReferenceNode,
  type RootOperationNode,
  SelectQueryNode,
  TableNode,
  type UnknownRow,
  type UpdateQueryNode,
  ValueListNode,
  ValueNode,
  ValuesNode,
  WhereNode,
} from "kysely";

const KOLOM = "gemeente";

/**
 * Every statement that goes through it is about one municipality: each table that is read, changed or joined gets the condition on
 * `gemeente`, each row that is added gets the column. The queries themselves cannot name it (see Gemeentetabellen), so none can
 * forget it and none can name another. What it cannot see into is refused.
 */
export class Gemeentescheiding implements KyselyPlugin {
  private readonly toevoeger: Toevoeger;

  constructor(gemeente: string) {
    this.toevoeger = new Toevoeger(gemeente);
  }

  transformQuery({ node, queryId }: PluginTransformQueryArgs): RootOperationNode {
    return this.toevoeger.transformNode(node, queryId);
  }

  transformResult({ result }: PluginTransformResultArgs): Promise<QueryResult<UnknownRow>> {
    return Promise.resolve(result);
  }
}

/** A statement that cannot be kept within one municipality: a mistake in the code, never in what was sent. */
export class Scheidingsfout extends Error {
  override readonly name = "Scheidingsfout";
}

const MET_VOORWAARDE = new Set(["SelectQueryNode", "InsertQueryNode", "UpdateQueryNode", "DeleteQueryNode"]);

class Toevoeger extends OperationNodeTransformer {
  constructor(private readonly gemeente: string) {
    super();
  }

  override transformNodeImpl<T extends OperationNode>(node: T, queryId: QueryId): T {
    if (this.nodeStack.length === 1 && !MET_VOORWAARDE.has(node.kind)) throw new Scheidingsfout(`Een opdracht van de soort ${node.kind} kan niet binnen één gemeente.`);
    return super.transformNodeImpl(node, queryId);
  }

  protected override transformSelectQuery(node: SelectQueryNode, queryId: QueryId): SelectQueryNode {
    const { where, ...rest } = super.transformSelectQuery(node, queryId);
    return metWhere({ ...rest, ...(where && { where }) }, (rest.from?.froms ?? []).filter((van) => !isDeelvraag(van)).map((van) => this.voorwaarde(van)));
  }

  protected override transformUpdateQuery(node: UpdateQueryNode, queryId: QueryId): UpdateQueryNode {
    if (node.from || node.joins || !node.table) throw new Scheidingsfout("Een wijziging is van één tabel.");
    const gewijzigd = super.transformUpdateQuery(node, queryId);
    return metWhere(gewijzigd, [this.voorwaarde(node.table)]);
  }

  protected override transformDeleteQuery(node: DeleteQueryNode, queryId: QueryId): DeleteQueryNode {
    if (node.using || node.joins) throw new Scheidingsfout("Een verwijdering is van één tabel.");
    const gewijzigd = super.transformDeleteQuery(node, queryId);
    return metWhere(gewijzigd, node.from.froms.map((van) => this.voorwaarde(van)));
  }

  protected override transformJoin(node: JoinNode, queryId: QueryId): JoinNode {
    if (node.joinType !== "InnerJoin" && node.joinType !== "LeftJoin") throw new Scheidingsfout(`Een koppeling van de soort ${node.joinType} kan niet binnen één gemeente.`);
    const koppeling = super.transformJoin(node, queryId);
    if (isDeelvraag(node.table)) return koppeling;
    const voorwaarde = this.voorwaarde(node.table);
    return { ...koppeling, on: OnNode.create(koppeling.on ? AndNode.create(voorwaarde, ParensNode.create(koppeling.on.on)) : voorwaarde) };
  }

  protected override transformInsertQuery(node: InsertQueryNode, queryId: QueryId): InsertQueryNode {
    const { values } = node;
    if (!node.columns || !values || !ValuesNode.is(values)) throw new Scheidingsfout("Alleen rijen met genoemde kolommen worden toegevoegd.");
    const eigen = ValueNode.create(this.gemeente);
    const rijen = values.values.map((rij) => ValueListNode.create([eigen, ...(ValueListNode.is(rij) ? rij.values : rij.values.map((waarde) => ValueNode.create(waarde)))]));
    return super.transformInsertQuery({ ...node, columns: [ColumnNode.create(KOLOM), ...node.columns], values: ValuesNode.create(rijen) }, queryId);
  }

  protected override transformOnConflict(node: OnConflictNode, queryId: QueryId): OnConflictNode {
    if (!node.columns) throw new Scheidingsfout("Een botsing noemt haar kolommen.");
    return super.transformOnConflict({ ...node, columns: [ColumnNode.create(KOLOM), ...node.columns] }, queryId);
  }

  /** Text of SQL may calculate, but not fetch. */
  protected override transformRaw(node: RawNode, queryId: QueryId): RawNode {
    if (/\b(from|join|into|update|delete|select)\b/i.test(node.sqlFragments.join(" "))) throw new Scheidingsfout("Losse SQL haalt niets op.");
    return super.transformRaw(node, queryId);
  }

  /** Of a table, by the name it has in this statement. */
  private voorwaarde(van: OperationNode): OperationNode {
    const { node, alias } = AliasNode.is(van) ? van : { node: van, alias: undefined };
    if (!TableNode.is(node) || node.table.schema) throw new Scheidingsfout("Er wordt alleen uit tabellen gelezen.");
    const naam = alias && IdentifierNode.is(alias) ? alias.name : node.table.identifier.name;
    return BinaryOperationNode.create(ReferenceNode.create(ColumnNode.create(KOLOM), TableNode.create(naam)), OperatorNode.create("="), ValueNode.create(this.gemeente));
  }
}

/** It has conditions of its own. */
function isDeelvraag(van: OperationNode): boolean {
  return AliasNode.is(van) && SelectQueryNode.is(van.node);
}

function metWhere<T extends { readonly where?: WhereNode }>(node: T, voorwaarden: readonly OperationNode[]): T {
  const alle = node.where ? [...voorwaarden, ParensNode.create(node.where.where)] : voorwaarden;
  const [eerste, ...rest] = alle;
  if (!eerste) return node;
  return { ...node, where: WhereNode.create(rest.reduce((samen, deel) => AndNode.create(samen, deel), eerste)) };
}
