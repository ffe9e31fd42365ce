/* Brings the panel it stands in into sight, and the keyboard with it: once for each mark. */

const seen = new WeakMap();

export default function (component) {
  const { data, parentElement } = component;
  if (seen.get(parentElement) === data.mark) return;
  seen.set(parentElement, data.mark);
  const here = parentElement.getRootNode().host ?? parentElement;
  /* What stands above may still be coming: measured once it has been drawn. */
  requestAnimationFrame(() => {
    const panel = here.closest(`.st-key-${data.panel}`);
    if (!panel) return;
    panel.tabIndex = -1;
    panel.focus({ preventScroll: true });
    const { top } = panel.getBoundingClientRect();
    if (top >= 0 && top < innerHeight / 2) return;
    const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
    panel.scrollIntoView({ block: "start", behavior: still ? "auto" : "smooth" });
  });
}
