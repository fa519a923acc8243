package convert

import (
	"regexp"
	"slices"
	"strings"
	"time"

	"gongshi/generator/scan"
)

// private is what a text holds that belongs to one person alone; "" if nothing of the kind.
// found is it as it is written.
func private(text string) (what, found string) {
	if len(text) < 11 { // as most cells are
		return "", ""
	}
	s := scan.Narrow(text)
	for _, run := range digitRuns.FindAllString(s, -1) {
		for _, m := range append(digitGroups.FindAllString(run, -1), run) {
			if what := privateNumber(m); what != "" {
				return what, m
			}
		}
	}
	if m := landline.FindString(s); m != "" {
		return phoneNumber, m
	}
	return "", ""
}

var (
	digitRuns   = regexp.MustCompile(`\d{3,}(?:[ -]\d{3,})*[Xx]?`) // as 138 0013 8000
	digitGroups = regexp.MustCompile(`\d+[Xx]?`)
	landline    = regexp.MustCompile(`\b0\d{2,3}-\d{7,8}\b`)
	mobile      = regexp.MustCompile(`^(?:86)?1[3-9]\d{9}$`)
	// The first two digits are those of a province.
	regionCode = regexp.MustCompile(`^(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3])\d{13}(?:\d{2}[\dX])?$`)
	card       = regexp.MustCompile(`^(?:62\d{14,17}|(?:60|9[45])\d{14,17}|[45]\d{15}|3[57]\d{13,14})$`)
	joined     = strings.NewReplacer(" ", "", "-", "")  // without what parts groups of digits
	rounded    = regexp.MustCompile(`^\d{12,16}0{3,}$`) // of which a spreadsheet has kept 15 digits
)

// privateNumber tells what a run of digits is, with blanks and hyphens between them or without.
func privateNumber(run string) string {
	n := strings.ToUpper(joined.Replace(run))
	switch {
	case isID(n):
		return idNumber
	case card.MatchString(n) && (luhn(n) || rounded.MatchString(n)):
		return cardNumber
	case mobile.MatchString(n):
		return phoneNumber
	}
	return ""
}

// isID reports whether a text is an identity number: of 18 digits by its day of birth and its
// check digit (GB 11643), or as a spreadsheet rounds it; the old one of 15 by its day of birth.
func isID(n string) bool {
	switch {
	case len(n) == 18 && regionCode.MatchString(n) && isDay(n[6:14]):
		return n[17] == checkDigit(n[:17]) || rounded.MatchString(n)
	case len(n) == 15 && regionCode.MatchString(n):
		return isDay("19" + n[6:12])
	}
	return false
}

func isDay(digits string) bool {
	d, err := time.Parse("20060102", digits)
	return err == nil && 1800 <= d.Year() && d.Year() < 2100
}

// checkDigit is the last sign of an identity number whose first 17 digits are given: MOD 11-2 of
// ISO 7064.
func checkDigit(digits string) byte {
	sum := 0
	for i := range len(digits) {
		weight := 1
		for range len(digits) - i {
			weight = weight * 2 % 11
		}
		sum += int(digits[i]-'0') * weight
	}
	return "10X98765432"[sum%11]
}

// luhn reports whether the last digit of a card's number is the check digit of the others.
func luhn(digits string) bool {
	sum := 0
	for i := range len(digits) {
		d := int(digits[len(digits)-1-i] - '0')
		if i%2 == 1 {
			d *= 2
		}
		sum += d/10 + d%10
	}
	return sum%10 == 0
}

// masked is the beginning and the end of what is not to be shown.
func masked(found string) string {
	n := joined.Replace(found)
	return n[:3] + "…" + n[len(n)-2:]
}

// hide is a text with all such numbers masked.
func hide(text string) string {
	for {
		_, found := private(text)
		if found == "" {
			return text
		}
		if !strings.Contains(text, found) {
			text = scan.Narrow(text)
		}
		text = strings.ReplaceAll(text, found, masked(found))
	}
}

// privateHeading is the heading of a column of such numbers.
var privateHeading = regexp.MustCompile(`^(?:户主|本人|成员|家庭|家长|联系人?|居民|农户|公民|收款人?|领取人?|监护人)?的?(?:` +
	`((?:公民)?身份证(?:件)?(?:号码?)?|证件号码?|身份号码?)|` +
	`((?:银行|信用社|社保|一卡通|惠农|储蓄)?(?:卡号?|账号|帐号|账户|帐户|存折号?)(?:码)?|银行卡号?码?|开户(?:行|银行)?(?:账号|帐号)?|(?:惠农)?一卡通(?:账号|卡号|号码?)?)|` +
	`((?:联系|移动|手机|固定|座机)?(?:电话|号码)(?:号码?)?|手机号?码?|联系方式|微信号?|电话号码))$`)

// privateBy is what a heading says that its column holds; "" if nothing of the kind.
func privateBy(heading string) string {
	for _, s := range scan.Spellings(heading) {
		if m := privateHeading.FindStringSubmatch(s); m != nil {
			i := slices.IndexFunc(m[1:], func(s string) bool { return s != "" })
			return [...]string{idNumber, cardNumber, phoneNumber}[i]
		}
	}
	return ""
}
