/** An element with attributes and what is in it. */
export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Readonly<Record<string, string>> = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

/** A style sheet that the page's policy lets in. */
export function styleSheet(text: string): HTMLStyleElement {
  const made = document.createElement("style");
  made.nonce = document.querySelector<HTMLScriptElement>("script[nonce]")?.nonce ?? "";
  made.textContent = text;
  return made;
}
