"""The same question for VROOM, day by day: people are vehicles, missions are jobs at their times. Knows no product.

Hours are a vehicle's capacity, what is left of the week's contract; who may do what is a skill; a mission is the more
urgent the more it saves. A router knows neither the hours missing at the end of a week nor what a person costs.

    python vroom_model.py QUESTION.json ANSWER.json SECONDS
"""

import json
import sys
from collections import defaultdict
from datetime import timedelta
from pathlib import Path

import numpy as np
import vroom

MINUTE, MOST_URGENT = 60, 100
"""Seconds; VROOM's highest priority."""


class Week:
    """What has been given so far."""

    def __init__(self, asked):
        self.asked, self.limits = asked, asked["limits"]
        self.offers = {(who, place): number for number, (who, place, _) in enumerate(asked["offers"])}
        self.taken = []
        self.minutes = defaultdict(int)
        self.days = defaultdict(set)
        self.last_end = defaultdict(lambda: -(10**6))
        self.served = defaultdict(int)
        self.whose = {}

    def day(self, day, seconds):
        """Route one day, and keep what is given."""
        pieces, week = self.asked["pieces"], day // 7
        may, places, saved = defaultdict(set), defaultdict(list), {}
        for who, place, cents in self.asked["offers"]:
            piece = pieces[place]
            if piece["day"] == day and self._open(who, piece):
                may[who].add(piece["mission"])
                if place not in places[piece["mission"]]:
                    places[piece["mission"]].append(place)
                saved[piece["mission"]] = max(saved.get(piece["mission"], 0), -cents)
        if not places:
            return
        asked = vroom.Input()
        drives = np.array(self.asked["drives"], dtype=np.uint32) * MINUTE
        home = len(drives)
        asked.set_durations_matrix(profile="car", matrix_input=np.pad(drives, ((0, 1), (0, 1))))
        dearest = max(*saved.values(), 1)
        for mission, where in places.items():
            first = pieces[where[0]]
            minutes = first["end"] - first["start"]
            asked.add_job(
                vroom.Job(
                    id=mission,
                    location=first["site"],
                    default_service=minutes * MINUTE,
                    delivery=[minutes],
                    skills={mission},
                    priority=max(0, MOST_URGENT * saved[mission] // dearest),
                    time_windows=[
                        vroom.TimeWindow(start, start)
                        for start in sorted({self._clock(day, pieces[place]["start"]) for place in where})
                    ],
                )
            )
        for who, skills in may.items():
            rested = self.last_end[who] + self.limits["rest"]
            left = self.asked["people"][who] - self.minutes[who, week]
            asked.add_vehicle(
                vroom.Vehicle(
                    id=who,
                    start=home,
                    end=home,
                    capacity=[max(0, min(self.limits["day"], left))],
                    skills=skills,
                    time_window=vroom.TimeWindow(max(0, self._clock(day, rested)), 3 * 86_400),
                )
            )
        found = asked.solve(5, nb_threads=self.asked["workers"], timeout=timedelta(seconds=seconds))
        for step in found.routes[found.routes["type"] == "job"].to_dict("records"):
            start = step["arrival"] + step["waiting_time"]
            self._give(int(step["vehicle_id"]), places[int(step["id"])], day, start)

    def _clock(self, day, instant):
        """Seconds since the first midnight that a day's pieces are counted from."""
        return int(instant - self.asked["midnights"][day]) * MINUTE

    def _open(self, who, piece):
        need = self.asked["needs"][piece["need"]]
        theirs = not need["same_person"] or self.whose.get(piece["need"], who) == who
        left = need["minutes"] - self.served[piece["need"]] >= piece["end"] - piece["start"]
        return theirs and left and len(self.days[who, piece["day"] // 7]) < self.limits["days"]

    def _give(self, who, where, day, start):
        for place in where:
            piece = self.asked["pieces"][place]
            number = self.offers.get((who, place))
            if number is not None and self._clock(day, piece["start"]) == start and self._open(who, piece):
                minutes = piece["end"] - piece["start"]
                self.taken.append(number)
                self.minutes[who, day // 7] += minutes
                self.days[who, day // 7].add(day)
                self.last_end[who] = max(self.last_end[who], piece["end"])
                self.served[piece["need"]] += minutes
                self.whose.setdefault(piece["need"], who)
                return


def main(question, answer, seconds):
    """Read, route day after day, write the offers taken."""
    asked = json.loads(Path(question).read_text(encoding="utf-8"))
    week, days = Week(asked), len(asked["midnights"])
    for day in range(days):
        week.day(day, float(seconds) / days)
    Path(answer).write_text(json.dumps(sorted(week.taken)), encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
