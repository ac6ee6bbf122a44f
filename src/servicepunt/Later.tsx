import { Button, makeStyles, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle, Spinner } from "@fluentui/react-components";
import { Component, type ReactNode, Suspense } from "react";
import { teksten } from "./teksten";

const useStijl = makeStyles({ midden: { flexGrow: 1, display: "grid", placeItems: "center", padding: "2rem" } });

/** A part of the page that is fetched when it is first shown. `intussen`: what is there until then; a whole screen says that it is coming. */
export function Later({ intussen, children }: { readonly intussen?: ReactNode; readonly children: ReactNode }) {
  const stijl = useStijl();
  return (
    <Ladingsfout>
      <Suspense
        fallback={
          intussen !== undefined ? (
            intussen
          ) : (
            <main className={stijl.midden}>
              <Spinner label={teksten.schermLaden} labelPosition="below" />
            </main>
          )
        }
      >
        {children}
      </Suspense>
    </Ladingsfout>
  );
}

/** The part could not be fetched: no connection, or a newer version of the page is there. React knows no other way to catch this. */
class Ladingsfout extends Component<{ readonly children: ReactNode }, { readonly mislukt: boolean }> {
  static getDerivedStateFromError(): { mislukt: boolean } {
    return { mislukt: true };
  }

  override state = { mislukt: false };

  override render() {
    if (!this.state.mislukt) return this.props.children;
    return (
      <MessageBar intent="error" layout="multiline" role="alert">
        <MessageBarBody>
          <MessageBarTitle>{teksten.fout.titelScherm}</MessageBarTitle> {teksten.fout.scherm}
        </MessageBarBody>
        <MessageBarActions>
          <Button onClick={() => window.location.reload()}>{teksten.paginaOpnieuw}</Button>
        </MessageBarActions>
      </MessageBar>
    );
  }
}
