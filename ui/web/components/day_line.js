/* The day line: people × hours of one day. Bars, the ways between them and the time left over. Last part. */

const DAY = 24;
const JUMP = 10; /* rows that a page key passes */

/* "45 min", "1 h", "1 h 30" */
function spell(minutes) {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  if (!hours) return `${rest} min`;
  return rest ? `${hours} h ${String(rest).padStart(2, "0")}` : `${hours} h`;
}

class DayLine extends Board {
  frameOf({ day, words, first_hour, last_hour, cards }) {
    return [day, words, first_hour, last_hour, cards > 0];
  }

  cardsOf(row) {
    return row.bars.map((bar) => (bar.gap_minutes ? { ...bar, hover: [...(bar.hover ?? []), this.gapWords(bar)] } : bar));
  }

  gapWords(bar) {
    return fill(this.data.words.gap, { time: spell(bar.gap_minutes) });
  }

  arrange() {
    const { first_hour, last_hour } = this.data;
    this.root.style.setProperty("--hours", String(last_hour - first_hour));
    this.root.style.setProperty("--midnight", last_hour > DAY ? `${this.part(DAY * 60)}%` : "-1rem");
  }

  /* Where a minute stands, in percent of the width; what lies before the first hour is cut. */
  part(minute) {
    const { first_hour, last_hour } = this.data;
    return (100 * Math.max(0, minute - first_hour * 60)) / ((last_hour - first_hour) * 60);
  }

  /* Puts an element from one minute to another, on a track. */
  lay(element, from, until, track) {
    element.style.insetInlineStart = `${this.part(from)}%`;
    element.style.inlineSize = `${this.part(until) - this.part(from)}%`;
    element.style.setProperty("--track", String(track));
    return element;
  }

  drawHead() {
    const { day, words, first_hour, last_hour } = this.data;
    const row = make("div", "row head");
    row.setAttribute("role", "row");
    const corner = make("div", "corner", day.label);
    corner.setAttribute("role", "columnheader");
    corner.setAttribute("aria-label", dayInWords(day, words));
    if (day.holiday) corner.append(holidayMark(day, words));
    const hours = make("div", "hours");
    hours.setAttribute("role", "columnheader");
    const name = (hour) => `${hour % DAY} h`;
    hours.setAttribute("aria-label", fill(words.hours_shown, { start: name(first_hour), end: name(last_hour) }));
    for (let hour = first_hour; hour < last_hour; hour += 1) {
      const mark = make("span", hour === DAY ? "hour midnight" : "hour", name(hour));
      if (hour === DAY) mark.append(make("small", "", words.next_day));
      hours.append(this.lay(mark, hour * 60, (hour + 1) * 60, 0));
    }
    row.append(corner, hours);
    return row;
  }

  drawRow(row, isLane) {
    const element = make("div", isLane ? "row lane" : "row");
    element.setAttribute("role", "row");
    element.dataset.row = row.id;
    const track = make("div", "cell track");
    track.setAttribute("role", "gridcell");
    track.style.setProperty("--tracks", String(row.tracks));
    const away = row.absences?.[this.data.day.date_iso];
    if (away) track.append(drawAway(away));
    const cards = row.bars.map((bar) => {
      const drawn = this.drawSpan(bar, row, isLane);
      track.append(...(isLane ? [] : this.drawBefore(bar)), drawn.span);
      return drawn.found;
    });
    element.append(drawWho(row, isLane), track);
    return { element, text: plain(`${row.name} ${row.group ?? ""}`), cards, group: row.group ?? "" };
  }

  drawSpan(bar, row, isLane) {
    const card = drawCard(bar, row, this.data.day, this.data, isLane);
    card.dataset.from = String(bar.from);
    card.classList.toggle("open-time", Boolean(bar.loose));
    if (bar.gap_minutes && !isLane) card.setAttribute("aria-label", `${card.getAttribute("aria-label")}, ${this.gapWords(bar)}`);
    const span = this.lay(make("div", "span"), bar.from, bar.until, bar.track);
    span.classList.toggle("cut", bar.from < this.data.first_hour * 60);
    span.append(card);
    return { span, found: { element: card, text: plain([bar.title, bar.place, bar.job].join(" ")) } };
  }

  /* The free time, then the way, up to the bar. A screen reader hears both with the bar itself. */
  drawBefore(bar) {
    const leaves = bar.from - bar.travel_minutes;
    const drawn = [];
    if (bar.gap_minutes) {
      const gap = this.lay(make("div", "gap"), leaves - bar.gap_minutes, leaves, bar.track);
      gap.append(make("span", "gap-whole", spell(bar.gap_minutes)), make("span", "gap-short", `${bar.gap_minutes}′`));
      gap.title = spell(bar.gap_minutes);
      drawn.push(gap);
    }
    if (bar.travel_minutes) {
      const way = this.lay(make("div", "way"), leaves, bar.from, bar.track);
      way.append(icon("road"));
      way.title = `${this.data.words.travel} : ${bar.travel ?? spell(bar.travel_minutes)}`;
      drawn.push(way);
    }
    for (const one of drawn) one.setAttribute("aria-hidden", "true");
    return drawn;
  }

  /* Left and right: the bars of the row, the name first. Up and down: the nearest hour of another row. */
  nextStop(event) {
    const row = event.target.closest(".row");
    const here = stopsIn(row);
    const at = here.indexOf(event.target);
    const rows = shownRows(this.body);
    const ends = event.ctrlKey ? rows : [row];
    switch (event.key) {
      case "ArrowRight": return here[at + 1] ?? null;
      case "ArrowLeft": return here[at - 1] ?? null;
      case "ArrowDown": return nearestIn(rows, event.target, 1, 1);
      case "ArrowUp": return nearestIn(rows, event.target, -1, 1);
      case "PageDown": return nearestIn(rows, event.target, 1, JUMP);
      case "PageUp": return nearestIn(rows, event.target, -1, JUMP);
      case "Home": return stopsIn(ends[0])[0] ?? null;
      case "End": return stopsIn(ends.at(-1)).at(-1) ?? null;
      default: return null;
    }
  }
}

/* From a bar to the bar of another row that starts nearest to it, over rows without any; from a name to a name. */
function nearestIn(rows, stop, step, jump) {
  const start = rows.indexOf(stop.closest(".row"));
  const hour = Number(stop.dataset.from);
  let best = null;
  for (let at = start + step; at >= 0 && at < rows.length; at += step) {
    const stops = stopsIn(rows[at]).filter((one) => one.matches(".card") === stop.matches(".card"));
    if (!stops.length) continue;
    const far = (one) => Math.abs(Number(one.dataset.from) - hour);
    best = stop.matches(".card") ? stops.reduce((near, one) => (far(one) < far(near) ? one : near)) : stops[0];
    if (Math.abs(at - start) >= jump) return best;
  }
  return best;
}

export default mountOf(DayLine);
