"""Recomputes a chain of seals from the published files alone.

    python3 head.py FOLDER    # with seals.csv, seal-<no>.csv and checkpoint in it

Written from the package comment of generator/proof; it needs Python's standard library only.
Prints the number of seals and the head of the chain; fails where a digest does not agree.
"""

import csv
import hashlib
import os
import sys


def digest(text):
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def table(folder, name):
    with open(os.path.join(folder, name), encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def main(folder):
    former = ""
    seals = table(folder, "seals.csv")
    for seal in seals:
        digests = []
        for line in table(folder, "seal-%s.csv" % seal["序号"]):
            if line["行"]:
                assert digest(line["盐"] + "\n" + line["行"]) == line["摘要"], line
            digests.append(line["摘要"])
        text = ["gongshi seal 1", former, seal["序号"], seal["周期"], seal["日期"], seal["户数"]]
        former = digest("".join(field + "\n" for field in text + sorted(digests)))
        assert former == seal["摘要"], seal
    with open(os.path.join(folder, "checkpoint"), encoding="utf-8") as file:
        point = file.read().split("\n")
    assert point[1:3] == [str(len(seals)), former], point
    print(len(seals), former)


main(sys.argv[1])
