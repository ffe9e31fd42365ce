/* From data to elements: header, rows, cells, cards. Draws only; who may do what is elsewhere. */

const LANE_CARDS = 2; /* of one day, shown at first: the lane is always in sight and must leave room for people */

function drawHead(data) {
  const row = make("div", "row head");
  row.setAttribute("role", "row");
  const corner = make("div", "corner", data.words.people);
  corner.setAttribute("role", "columnheader");
  row.append(corner);
  for (const day of data.days) {
    const cell = make("div", "day");
    cell.setAttribute("role", "columnheader");
    cell.setAttribute("aria-label", dayInWords(day, data.words));
    markDay(cell, day);
    cell.append(make("span", "long", day.label), make("span", "brief", day.short));
    if (day.holiday) cell.append(holidayMark(day, data.words));
    row.append(cell);
  }
  return row;
}

function holidayMark(day, words) {
  const mark = make("span", "holiday");
  mark.title = `${words.holiday} : ${day.holiday}`;
  mark.append(icon("star"), make("span", "", day.holiday));
  return mark;
}

function dayInWords(day, words) {
  const said = [day.spoken || day.label];
  if (day.today) said.push(words.today);
  if (day.holiday) said.push(words.holiday, day.holiday);
  return said.join(", ");
}

function markDay(cell, day) {
  cell.classList.toggle("weekend", Boolean(day.weekend));
  cell.classList.toggle("off", Boolean(day.holiday));
  cell.classList.toggle("today", Boolean(day.today));
}

function drawGroup(name, rows, words, columns) {
  const row = make("div", "row group");
  row.setAttribute("role", "row");
  const cell = make("div", "group-cell");
  cell.setAttribute("role", "gridcell");
  cell.setAttribute("aria-colspan", String(columns));
  const fold = button("fold");
  fold.dataset.fold = name;
  fold.tabIndex = -1;
  const count = rows.length === 1 ? words.found_one : fill(words.found_many, { n: rows.length });
  fold.append(icon("chevron"), make("span", "group-name", name), make("span", "group-count", count));
  const watched = rows.filter((one) => one.level && one.level !== "ok").length;
  if (watched) {
    const chip = make("span", "group-watch");
    chip.append(icon("alert"), make("span", "", fill(watched === 1 ? words.watch_one : words.watch_many, { n: watched })));
    fold.append(chip);
  }
  cell.append(fold);
  row.append(cell);
  return row;
}

/* One person, or the lane. Answers what the rest needs to search and fold: { element, text, cards }. */
function drawRow(row, data, isLane) {
  const element = make("div", isLane ? "row lane" : "row");
  element.setAttribute("role", "row");
  element.dataset.row = row.id;
  const served = isLane && data.cards > 0 && !Object.keys(row.cells).length; /* an empty week serves nobody */
  const who = drawWho(served ? { ...row, level: "ok", level_words: data.words.all_served } : row, isLane);
  if (isLane) who.append(drawLess(data.words));
  element.append(who);
  const cards = [];
  let night = null; /* the card of the evening before that runs into this day */
  for (const day of data.days) {
    const cell = make("div", "cell");
    cell.setAttribute("role", "gridcell");
    cell.dataset.row = row.id;
    cell.dataset.day = day.date_iso;
    markDay(cell, day);
    const away = row.absences?.[day.date_iso];
    if (away) cell.append(drawAway(away));
    if (night) cell.append(drawTail(night, data.words));
    const here = row.cells[day.date_iso] ?? [];
    cell.classList.toggle("free", !here.length && !away && !night);
    here.forEach((card, place) => {
      if (card.travel) cell.append(drawTravel(card.travel, data.words));
      const drawn = drawCard(card, row, day, data, isLane);
      if (isLane && place >= LANE_CARDS) drawn.classList.add("extra");
      cards.push({ element: drawn, text: plain([card.title, card.place, card.job].join(" ")) });
      cell.append(drawn);
    });
    if (isLane && here.length > LANE_CARDS) cell.append(drawMore(here.length - LANE_CARDS, data.words));
    night = here.find((card) => card.continues) ?? null;
    element.append(cell);
  }
  return { element, text: plain(`${row.name} ${row.group ?? ""}`), cards, group: row.group ?? "" };
}

function drawWho(row, isLane) {
  const who = make("div", "who");
  who.setAttribute("role", "rowheader");
  const open = button("name");
  open.dataset.rowId = row.id;
  open.tabIndex = -1;
  const { level, level_words: levelWords = "" } = row;
  open.setAttribute("aria-label", [row.name, row.detail, levelWords].filter(Boolean).join(", "));
  const title = make("span", "name-text", row.name);
  title.title = row.name;
  open.append(title);
  if (row.detail) open.append(make("span", "detail", row.detail));
  if (row.percent !== null && row.percent !== undefined) open.append(drawBar(row.percent, level));
  if (levelWords) {
    const state = make("span", "level");
    state.dataset.level = level;
    state.append(icon(isLane && level !== "ok" ? "alert" : LEVEL_ICONS[level]), make("span", "", levelWords));
    open.append(state);
  }
  who.append(open);
  return who;
}

/* The bar is full at 100 %; what passes it shows as a mark at its end, as there is no more room. */
function drawBar(percent, level) {
  const bar = make("span", "bar");
  bar.dataset.level = level;
  bar.classList.toggle("past", percent > 100);
  const full = make("i");
  full.style.inlineSize = `${Math.max(0, Math.min(100, percent))}%`;
  bar.append(full);
  return bar;
}

function drawAway(words) {
  const away = make("div", "away");
  away.append(icon("away"), make("span", "", words));
  return away;
}

function drawTail(card, words) {
  const tail = make("div", "tail", card.end ? `${words.until} ${card.end}` : card.continues);
  tail.dataset.colour = String(card.color ?? 0);
  return tail;
}

function drawTravel(text, words) {
  const travel = make("div", "travel");
  travel.title = `${words.travel} : ${text}`;
  travel.append(icon("road"), make("span", "", text));
  return travel;
}

function drawMore(count, words) {
  const more = button("more", `+ ${fill(words.more, { n: count })}`);
  more.tabIndex = -1;
  return more;
}

function drawLess(words) {
  const less = button("less", words.less);
  less.tabIndex = -1;
  return less;
}

function drawCard(card, row, day, data, isLane) {
  const element = button("card");
  element.tabIndex = -1;
  element.dataset.id = card.id;
  element.dataset.colour = String(card.color ?? 0);
  element.dataset.pattern = String(card.pattern ?? 0);
  for (const state of ["draft", "changed", "locked", "movable"]) element.classList.toggle(state, Boolean(card[state]));
  element.setAttribute("aria-label", cardInWords(card, row, day, data.words));
  const top = make("span", "top");
  const time = make("span", "time");
  if (card.continues) time.append(make("span", "", card.start), " ", make("span", "", card.continues));
  else time.append(make("span", "", timesOf(card)));
  top.append(time, drawMarks(card));
  if (card.loose) top.append(make("span", "loose", card.loose));
  element.append(top, make("span", "title", card.title));
  const where = isLane ? [card.job, card.place] : [card.place, card.job];
  const whereText = where.filter(Boolean).join(" · ");
  if (whereText) element.append(make("span", "where", whereText));
  if (card.reason) {
    const reason = make("span", "reason");
    reason.title = card.reason;
    reason.append(icon("alert"), make("span", "", card.reason));
    element.append(reason);
  }
  return element;
}

/* "7 h 00–14 h 00"; what has no fixed time yet has a length only. */
function timesOf(card) {
  return card.end ? `${card.start}–${card.end}` : card.start;
}

function drawMarks(card) {
  const marks = make("span", "marks");
  if (card.stand_in) marks.append(icon("swap"));
  if (card.changed) marks.append(icon("pencil"));
  if (card.locked) marks.append(icon("lock"));
  return marks;
}

function cardInWords(card, row, day, words) {
  const end = card.continues ? card.continues.replace(/^\W+/u, "") : card.end;
  const times = end ? `${card.start} ${words.to} ${end}` : [card.start, card.loose].filter(Boolean).join(" ");
  const states = ["stand_in", "changed", "locked", "draft"].filter((state) => card[state]);
  return [
    row.name,
    day.spoken || day.label,
    times,
    card.title,
    card.place,
    card.job,
    card.reason,
    card.travel ? `${words.travel} ${card.travel}` : "",
    ...states.map((state) => words[state]),
  ].filter(Boolean).join(", ");
}
