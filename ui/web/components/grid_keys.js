/* Moving about with the keyboard: one stop for Tab, arrows inside. Empty cells are stepped over.

   Left and right: the days of the row, the name first. Up and down: the cards of the cell, then the same day
   in other rows. Home, End: the row's ends; with Ctrl, the grid's. Page keys: ten rows. */

const PAGE = 10;

function whereIs(stop) {
  const row = stop.closest(".row");
  const cell = stop.closest(".who, .cell, .group-cell");
  return { row, cell, column: [...row.children].indexOf(cell), place: stopsIn(cell).indexOf(stop) };
}

function sideways(here, step, reveal) {
  for (let column = here.column + step; column >= 0 && column < here.row.children.length; column += step) {
    reveal(column);
    const stops = stopsIn(here.row.children[column]);
    if (stops.length) return stops[0];
  }
  reveal(here.column);
  return null;
}

function upOrDown(body, here, step, jump) {
  const inCell = stopsIn(here.cell)[here.place + step];
  if (inCell && jump === 1) return inCell;
  const rows = shownRows(body);
  const start = rows.indexOf(here.row);
  const end = step > 0 ? rows.length : -1;
  let best = null;
  for (let at = start + step; at !== end; at += step) {
    /* From a name or a sector to the next name or sector; from a card to the next card of that day. */
    const stops = stopsIn(rows[at].children[here.column]);
    if (!stops.length) continue;
    best = step > 0 ? stops[0] : stops[stops.length - 1];
    if (Math.abs(at - start) >= jump) return best;
  }
  return best;
}

function rowEnd(here, isLast) {
  const stops = [...here.row.children].flatMap(stopsIn);
  return stops[isLast ? stops.length - 1 : 0];
}

function gridEnd(body, isLast) {
  const rows = shownRows(body);
  const row = rows[isLast ? rows.length - 1 : 0];
  return row ? rowEnd({ row }, isLast) : null;
}

/* The stop a key leads to, or null when the key is not ours or there is nowhere to go.
   `reveal(column)` shows the day of a column where days are shown one at a time. */
function nextStop(event, body, stop, reveal) {
  const here = whereIs(stop);
  switch (event.key) {
    case "ArrowRight": return sideways(here, 1, reveal);
    case "ArrowLeft": return sideways(here, -1, reveal);
    case "ArrowDown": return upOrDown(body, here, 1, 1);
    case "ArrowUp": return upOrDown(body, here, -1, 1);
    case "PageDown": return upOrDown(body, here, 1, PAGE);
    case "PageUp": return upOrDown(body, here, -1, PAGE);
    case "Home": return event.ctrlKey ? gridEnd(body, false) : rowEnd(here, false);
    case "End": return event.ctrlKey ? gridEnd(body, true) : rowEnd(here, true);
    default: return null;
  }
}

/* Where a card being moved goes next: every cell counts here, empty ones too. Null when the key is not ours. */
function nextCell(event, body, cell, reveal) {
  const rows = shownRows(body).filter((row) => row.querySelector(":scope > .cell"));
  const row = rows.indexOf(cell.parentElement);
  const column = [...cell.parentElement.children].indexOf(cell);
  const last = cell.parentElement.childElementCount - 1;
  const at = (place, day) => {
    const there = rows[Math.max(0, Math.min(place, rows.length - 1))].children[Math.max(1, Math.min(day, last))];
    reveal(Math.max(1, Math.min(day, last)));
    return there;
  };
  switch (event.key) {
    case "ArrowRight": return at(row, column + 1);
    case "ArrowLeft": return at(row, column - 1);
    case "ArrowDown": return at(row + 1, column);
    case "ArrowUp": return at(row - 1, column);
    case "PageDown": return at(row + PAGE, column);
    case "PageUp": return at(row - PAGE, column);
    case "Home": return event.ctrlKey ? at(0, column) : at(row, 1);
    case "End": return event.ctrlKey ? at(rows.length - 1, column) : at(row, last);
    default: return null;
  }
}
