import { html, svg, type SVGTemplateResult, type TemplateResult } from 'lit';

function icon(shape: SVGTemplateResult): TemplateResult {
  return html`<svg class="icon" viewBox="0 0 24 24" width="24" height="24" fill="currentColor" aria-hidden="true">${shape}</svg>`;
}

function outline(d: string, width = 2): TemplateResult {
  return icon(svg`<path fill="none" stroke="currentColor" stroke-width=${width} stroke-linecap="round" stroke-linejoin="round" d=${d} />`);
}

export const icons = {
  hash: outline('M5 9h15M4 15h15M10.2 3.5 7.8 20.5M16.2 3.5l-2.4 17'),
  thread: outline('M4 4v8a4 4 0 0 0 4 4h3M4 8h12a3 3 0 0 1 3 3M15.5 12.5 19 16l-3.5 3.5M11 16h8'),
  members: icon(
    svg`<path d="M9 11.5a4 4 0 1 0 0-8 4 4 0 0 0 0 8Zm7.2-.3a3.3 3.3 0 1 0-1.3-6.3 5.6 5.6 0 0 1 0 5.9 3.3 3.3 0 0 0 1.3.4ZM9 13c-4 0-7 2.3-7 5.2 0 1 .8 1.8 1.8 1.8h10.4c1 0 1.8-.8 1.8-1.8C16 15.3 13 13 9 13Zm7.3.3c1.6 1.2 2.6 2.9 2.7 4.7h2.3c.9 0 1.7-.7 1.7-1.6 0-2-2.8-3.4-6.7-3.1Z" />`,
  ),
  close: outline('M6 6l12 12M18 6 6 18'),
  menu: outline('M4 7h16M4 12h16M4 17h16'),
  chevron: outline('m7 10 5 5 5-5'),
  right: outline('m10 7 5 5-5 5'),
  plus: icon(
    svg`<path fill-rule="evenodd" d="M12 22a10 10 0 1 0 0-20 10 10 0 0 0 0 20Zm0-15a1 1 0 0 1 1 1v3h3a1 1 0 1 1 0 2h-3v3a1 1 0 1 1-2 0v-3H8a1 1 0 1 1 0-2h3V8a1 1 0 0 1 1-1Z" />`,
  ),
  send: icon(
    svg`<path d="M3.4 20.6 21.5 12.9c.8-.35.8-1.45 0-1.8L3.4 3.4c-.7-.3-1.4.3-1.25 1.05L3.8 10.6 13 12l-9.2 1.4-1.65 6.15c-.15.75.55 1.35 1.25 1.05Z" />`,
  ),
  check: outline('m5 12.5 4.5 4.5L19 7.5', 2.5),
  eye: icon(
    svg`<path fill-rule="evenodd" d="M12 5C6.5 5 2.7 9.4 1.5 11.3a1.3 1.3 0 0 0 0 1.4C2.7 14.6 6.5 19 12 19s9.3-4.4 10.5-6.3a1.3 1.3 0 0 0 0-1.4C21.3 9.4 17.5 5 12 5Zm0 11a4 4 0 1 0 0-8 4 4 0 0 0 0 8Zm0-2.3a1.7 1.7 0 1 0 0-3.4 1.7 1.7 0 0 0 0 3.4Z" />`,
  ),
  download: outline('M12 4v11m0 0-4.5-4.5M12 15l4.5-4.5M5 20h14'),
  expand: outline('M14 4h6v6M20 4l-7 7M10 20H4v-6M4 20l7-7'),
  copy: outline('M9 9h10v11H9zM15 9V4H5v11h4'),
  file: icon(
    svg`<path fill-rule="evenodd" d="M6 2h8v5a2 2 0 0 0 2 2h4v11a2 2 0 0 1-2 2H6a2 2 0 0 1-2-2V4c0-1.1.9-2 2-2Zm10 .6L19.4 7H16V2.6ZM8 13h8v1.5H8V13Zm0 4h6v1.5H8V17Z" />`,
  ),
  launch: outline('M14 4h6v6M20 4l-9 9M18 14v4a2 2 0 0 1-2 2H6a2 2 0 0 1-2-2V8a2 2 0 0 1 2-2h4'),
  swap: outline('M4 8h14m0 0-3.5-3.5M18 8l-3.5 3.5M20 16H6m0 0 3.5-3.5M6 16l3.5 3.5'),
  warning: icon(
    svg`<path fill-rule="evenodd" d="M12 22a10 10 0 1 0 0-20 10 10 0 0 0 0 20Zm1.44-15.94L13.06 14a1.06 1.06 0 0 1-2.12 0l-.38-7.94a1 1 0 0 1 1-1.06h.88a1 1 0 0 1 1 1.06Zm-.19 11.69a1.25 1.25 0 1 1-2.5 0 1.25 1.25 0 0 1 2.5 0Z" />`,
  ),
};
