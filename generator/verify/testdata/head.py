"""Recomputes a chain of seals from the published files alone.

    python3 head.py FOLDER    # with a place's open data and its checkpoint in it

Written from the package comment of generator/proof; it needs Python's standard library only.
Makes the lines of every period's last seal anew from its table, its records, its corrections and the rules
(scheme.json), and each household's total from its records. Prints the number of seals, the head of the chain, and the
total of one household in the last month; fails where anything does not agree.
"""

import csv
import hashlib
import json
import os
import sys
from decimal import ROUND_HALF_UP, Decimal


def digest(text):
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def table(folder, name):
    with open(os.path.join(folder, name), encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def points(mark, rules):
    """What a mark gives before scale, by the rules for what is missing or not applicable."""
    if mark["项目"].startswith("合并项目"):
        return mark["计入"]  # a sum whose parts are not public; nothing is scaled by these rules
    cell = mark["更正"] or mark["原始"]
    if cell == "不适用":
        return mark["满分"] if rules["not_applicable"] == "full" else "0"
    if cell == "":
        return mark["满分"] if rules["missing"] == "full" else "0"
    return cell


def escaped(fields):
    """A line of a seal."""
    clean = (f.replace("\r\n", "\n").replace("\\", "\\\\").replace("|", "\\|").replace("\n", "\\n") for f in fields)
    return "|".join(clean)


def compare(folder, seal, last):
    """Makes the lines of a period's last seal anew from its table and its records."""
    if not last:
        return  # the records have been corrected since
    with open(os.path.join(folder, "scheme.json"), encoding="utf-8") as file:
        rules = json.load(file)
    records = table(folder, "records-%s.csv" % seal["周期"])
    lines = {line["户号"]: line["行"] for line in table(folder, "seal-%s.csv" % seal["序号"])}
    reasons = version(lines) == 2 and table(folder, "corrections.csv") or []
    merged = {record["分类"] for record in records if record["项目"].startswith("合并项目")}
    for row in table(folder, seal["周期"] + ".csv"):
        fields = ["户", row["户号"], row["组"], row["类别"], row.get("人数", "")]
        for record in records:
            if record["户号"] != row["户号"]:
                continue
            if record["类型"] == "评分":
                both = [points(record, rules), record["满分"]]
                fields += ["评"] + [record[c] for c in ("分类", "项目", "满分", "原始", "更正")] + both
            elif record["审核"] == "通过":
                fields += ["事"] + [record[c] for c in ("编号", "日期", "项目", "次数", "原始", "更正")]
                if version(lines) == 2:
                    fields.append(record["事由"] if record["类型"] == "加分" else "")
        for fix in reasons:
            if (fix["周期"], fix["户号"]) == (seal["周期"], row["户号"]) and fix["对象"] not in merged | {"其他"}:
                fields += ["改"] + [fix[c] for c in ("日期", "对象", "原分", "现分", "原因", "异议")]
        line = escaped(fields)
        assert lines[row["户号"]].startswith(line + "|私|"), (line, lines[row["户号"]])


def version(lines):
    """Which version a seal is, by the names of its lines."""
    return 2 if "公示/张贴" in lines else 1


def total(folder, period, household):
    """A household's total of a month or quarter: what its records count, rounded once; as its table has it."""
    with open(os.path.join(folder, "scheme.json"), encoding="utf-8") as file:
        digits = Decimal(1).scaleb(-json.load(file)["decimals"])
    counted = [r["计入"] for r in table(folder, "records-%s.csv" % period) if r["户号"] == household]
    own = sum(map(Decimal, counted)).quantize(digits, ROUND_HALF_UP)
    shown = [row["合计"] for row in table(folder, period + ".csv") if row["户号"] == household]
    assert [str(own)] == shown, (own, shown)
    return own


def main(folder):
    former = ""
    seals = table(folder, "seals.csv")
    for seal in seals:
        digests = []
        lines = table(folder, "seal-%s.csv" % seal["序号"])
        for line in lines:
            if line["行"]:
                assert digest(line["盐"] + "\n" + line["行"]) == line["摘要"], line
            digests.append(line["摘要"])
        text = ["gongshi seal %d" % version([line["户号"] for line in lines]), former, seal["序号"], seal["周期"], seal["日期"], seal["户数"]]
        compare(folder, seal, {s["周期"]: s["序号"] for s in seals}[seal["周期"]] == seal["序号"])
        former = digest("".join(field + "\n" for field in text + sorted(digests)))
        assert former == seal["摘要"], seal
    with open(os.path.join(folder, "checkpoint"), encoding="utf-8") as file:
        point = file.read().split("\n")
    assert point[1:3] == [str(len(seals)), former], point
    print(len(seals), former, total(folder, "2023-12", "001"))


main(sys.argv[1])
