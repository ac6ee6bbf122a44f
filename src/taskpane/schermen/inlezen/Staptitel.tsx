import { type ReactElement, type ReactNode, useEffect, useRef } from "react";
import { useStijl } from "../stijl";

/** The heading of a step takes the focus, so that a screen reader says where one is. */
export function Staptitel({ children }: { readonly children: ReactNode }): ReactElement {
  const stijl = useStijl();
  const kop = useRef<HTMLHeadingElement>(null);
  useEffect(() => kop.current?.focus(), []);
  return (
    <h1 ref={kop} tabIndex={-1} className={stijl.groteTitel}>
      {children}
    </h1>
  );
}
