/* Makers of elements, icons and plain text. First part of the script of every board.

   Text always goes in as text, never as HTML: names come out of strangers' workbooks. */

const SVG = "http://www.w3.org/2000/svg";

/* Drawn on 16 × 16, in strokes, in the colour of the words around. */
const ICONS = {
  alert: "M8 1.8 15 14H1ZM8 6v3.6M8 11.6v.6",
  check: "M2.5 8.5 6.2 12.2 13.5 4",
  chevron: "M5.5 3 10.5 8l-5 5",
  close: "M3.5 3.5l9 9M12.5 3.5l-9 9",
  clock: "M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13ZM8 4.5V8l2.5 1.8",
  down: "M8 2.5v11M3.5 9 8 13.5 12.5 9",
  law: "M5.3 1.5h5.4l3.8 3.8v5.4l-3.8 3.8H5.3l-3.8-3.8V5.3ZM8 4.5V9M8 11.2v.6",
  lock: "M4 7.2V5a4 4 0 0 1 8 0v2.2M3 7.2h10v7.3H3Z",
  move: "M8 1.5v13M1.5 8h13M6 3.5l2-2 2 2M6 12.5l2 2 2-2M3.5 6l-2 2 2 2M12.5 6l2 2-2 2",
  pencil: "M2.5 13.5l.8-3.3L10.8 2.7l2.5 2.5-7.5 7.5ZM9 4.5 11.5 7",
  road: "M1.5 9.2 3.2 4.5h9.6l1.7 4.7v3h-13ZM1.5 9.2h13M4.2 12.2v1.6M11.8 12.2v1.6",
  search: "M11.3 6.6a4.7 4.7 0 1 1-9.4 0 4.7 4.7 0 0 1 9.4 0ZM10.2 10.2 14.3 14.3",
  star: "M8 1.5l2 4.3 4.7.6-3.5 3.2.9 4.7L8 12l-4.1 2.3.9-4.7L1.3 6.4 6 5.8Z",
  swap: "M2 5.5h11M10 2.5l3 3-3 3M14 10.5H3M6 7.5l-3 3 3 3",
  away: "M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13ZM4.5 8h7",
  up: "M8 13.5v-11M3.5 7 8 2.5 12.5 7",
};

const LEVEL_ICONS = { ok: "check", short: "down", over: "up", law: "law" };

function make(tag, className, text) {
  const element = document.createElement(tag);
  if (className) element.className = className;
  if (text) element.textContent = text;
  return element;
}

function icon(name) {
  const drawing = document.createElementNS(SVG, "svg");
  drawing.setAttribute("viewBox", "0 0 16 16");
  drawing.setAttribute("class", `icon icon-${name}`);
  drawing.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", ICONS[name]);
  drawing.append(path);
  return drawing;
}

function button(className, text) {
  const element = make("button", className, text);
  element.type = "button";
  return element;
}

/* "{n} sur {total}" with its numbers. */
function fill(words, values) {
  return words.replace(/\{(\w+)\}/g, (hole, name) => String(values[name] ?? hole));
}

/* For searching: "Guéret" is found by "gueret". */
function plain(text) {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

/* True when the element takes part in the picture, seen or scrolled away. */
function isShown(element) {
  return element.checkVisibility ? element.checkVisibility() : element.getClientRects().length > 0;
}

/* Streamlit has its own switch, so the system's preference says nothing: look at the background itself. */
function isDark(root) {
  const colour = getComputedStyle(root).getPropertyValue("--st-background-color").trim();
  if (!colour) return false;
  const paper = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  paper.fillStyle = colour;
  paper.fillRect(0, 0, 1, 1);
  const [red, green, blue] = paper.getImageData(0, 0, 1, 1).data;
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue < 128;
}

/* Makes the children of `parent` exactly `wanted`, moving none that is in place (a moved element loses focus). */
function keepInOrder(parent, wanted) {
  const kept = new Set(wanted);
  for (const child of [...parent.children]) if (!kept.has(child)) child.remove();
  let at = parent.firstElementChild;
  for (const element of wanted) {
    if (element === at) at = at.nextElementSibling;
    else parent.insertBefore(element, at);
  }
}

/* What a component's script exports: one board for each place on the page, handed each new picture. */
function mountOf(Picture) {
  const boards = new WeakMap(); /* root element → board */
  return (component) => {
    const root = component.parentElement.querySelector(".wg");
    let board = boards.get(root);
    if (!board) boards.set(root, (board = new Picture(root)));
    board.update(component);
    return () => board.leave();
  };
}
