/**
 * A real OpenID provider (oidc-provider) in a process of its own: `node aanbieder.mjs TERUGADRES AFMELDADRES`. Prints its issuer. Who
 * signs in as NAME has the name "Medewerker NAME" and the groups that stand behind a + ("bea+meldcode-beheer").
 */
import Provider from "oidc-provider";

const [terugadres, afmeldadres] = process.argv.slice(2);
const { createServer } = await import("node:http");
const server = createServer().listen(0, "127.0.0.1", () => {
  const issuer = `http://127.0.0.1:${server.address().port}`;
  const provider = new Provider(issuer, {
    clients: [{ client_id: "monitor-meldcode", client_secret: "geheim-van-de-proef", redirect_uris: [terugadres], post_logout_redirect_uris: [afmeldadres] }],
    claims: { openid: ["sub"], profile: ["name", "groepen"] },
    pkce: { required: () => true },
    findAccount: (_ctx, login) => {
      const [naam, ...groepen] = login.split("+");
      return { accountId: login, claims: () => ({ sub: login, ...(naam !== "naamloos" && { name: `Medewerker ${naam}` }), groepen }) };
    },
  });
  server.on("request", provider.callback());
  process.stdout.write(`${issuer}\n`);
});
