import { Component, type ReactNode } from "react";
import { teksten } from "../teksten";

/** A part that is loaded late may not arrive (no network, a new version on the server): then that is said in its place. */
export class Struikelblok extends Component<{ readonly children: ReactNode }, { readonly gestruikeld: boolean }> {
  override state = { gestruikeld: false };

  static getDerivedStateFromError(): { gestruikeld: boolean } {
    return { gestruikeld: true };
  }

  override render(): ReactNode {
    return this.state.gestruikeld ? <p role="alert">{teksten.hulp.nietGeladen}</p> : this.props.children;
  }
}
