/* The one stop that Tab reaches, in a board of cards, names and sectors; arrows carry it about (grid_keys.js). */

const STOPS = ".name, .card, .more, .fold, .less";
const NAMED = { card: "data-id", row: "data-row-id", fold: "data-fold" };

class Stops {
  constructor(body) {
    this.body = body;
    this.memory = { stop: "" }; /* of the board, given at each update */
    this.current = null;
  }

  /* A name for a stop that outlives its element. */
  keyOf(stop) {
    if (stop.dataset.id !== undefined) return `card ${stop.dataset.id}`;
    if (stop.dataset.rowId !== undefined) return `row ${stop.dataset.rowId}`;
    if (stop.dataset.fold !== undefined) return `fold ${stop.dataset.fold}`;
    return "";
  }

  byKey(key) {
    const space = key.indexOf(" ");
    const name = NAMED[key.slice(0, space)];
    return name ? this.body.querySelector(`[${name}="${CSS.escape(key.slice(space + 1))}"]`) : null;
  }

  focusedKey() {
    const active = this.body.getRootNode().activeElement;
    return active && this.body.contains(active) ? this.keyOf(active) : "";
  }

  keepOne() {
    const kept = this.byKey(this.memory.stop);
    const first = kept && isShown(kept) ? kept : shownRows(this.body)[0]?.querySelector(STOPS);
    if (first) this.keep(first);
  }

  keep(stop) {
    if (this.current) this.current.tabIndex = -1;
    this.current = stop;
    stop.tabIndex = 0;
    this.memory.stop = this.keyOf(stop);
  }
}

/* What holds stops: the cells of a row, in order. Column 0 is the name (or the whole line of a sector). */
function stopsIn(cell) {
  return cell ? [...cell.querySelectorAll(STOPS)].filter(isShown) : [];
}

function shownRows(body) {
  return [...body.querySelectorAll(":scope > .row:not(.head)")].filter((row) => !row.hidden);
}
