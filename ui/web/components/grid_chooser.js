/* The seven days of a phone, shown one at a time. */

class Chooser {
  constructor(onChoose) {
    this.element = make("div", "chooser");
    this.element.setAttribute("role", "tablist");
    this.element.addEventListener("click", (event) => {
      const tab = event.target.closest(".tab");
      if (tab) onChoose(tab.dataset.day);
    });
    this.element.addEventListener("keydown", (event) => {
      const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
      const tabs = [...this.element.children];
      const next = step && tabs[tabs.indexOf(event.target) + step];
      if (!next) return;
      onChoose(next.dataset.day);
      next.focus();
      event.preventDefault();
    });
  }

  update(data) {
    this.element.setAttribute("aria-label", data.words.days);
    this.element.replaceChildren(...data.days.map((day) => this.drawTab(day, data)));
  }

  /* Under the date: how much of the lane waits that day, else the star of a public holiday. */
  drawTab(day, { lane, words }) {
    const tab = button("tab");
    tab.setAttribute("role", "tab");
    tab.dataset.day = day.date_iso;
    markDay(tab, day);
    const [name, ...rest] = day.short.split(" ");
    const note = make("span", "tab-note");
    const open = lane?.cells[day.date_iso]?.length;
    if (open) note.append(make("span", "tab-open", String(open)));
    else if (day.holiday) note.append(icon("star"));
    tab.append(make("span", "tab-name", name), make("span", "tab-number", rest.join(" ")), note);
    const said = dayInWords(day, words);
    tab.setAttribute("aria-label", open ? `${said}, ${open} ${words.unserved}` : said);
    return tab;
  }

  choose(iso) {
    for (const tab of this.element.children) {
      const chosen = tab.dataset.day === iso;
      tab.setAttribute("aria-selected", String(chosen));
      tab.tabIndex = chosen ? 0 : -1;
    }
  }
}
