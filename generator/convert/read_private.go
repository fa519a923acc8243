package convert

import (
	"regexp"
	"slices"
	"strings"

	"gongshi/generator/privacy"
	"gongshi/generator/scan"
)

// private is what a text holds that belongs to one person alone; "" if nothing of the kind.
// found is it as it is written.
func private(text string) (what, found string) {
	for _, f := range privacy.Find(text) {
		found = text[f.Start:f.End]
		switch f.Kind {
		case privacy.Identity:
			return idNumber, found
		case privacy.Card:
			return cardNumber, found
		case privacy.Mobile, privacy.Landline:
			return phoneNumber, found
		case privacy.Cut:
			if strings.HasPrefix(found, "62") {
				return cardNumber, found
			}
			return idNumber, found
		}
	}
	return "", ""
}

// hide is a text with all personal data masked.
func hide(text string) string {
	found := privacy.Find(text)
	slices.Reverse(found)
	for _, f := range found {
		text = text[:f.Start] + privacy.Mask(text[f.Start:f.End]) + text[f.End:]
	}
	return text
}

// privateHeading is the heading of a column of such numbers.
var privateHeading = regexp.MustCompile(`^(?:户主|本人|成员|家庭|家长|联系人?|居民|农户|公民|收款人?|领取人?|监护人)?的?(?:` +
	`((?:公民)?身份证(?:件)?(?:号码?)?|证件号码?|身份号码?)|` +
	`((?:银行|信用社|社保|一卡通|惠农|储蓄)?(?:卡号?|账号|帐号|账户|帐户|存折号?)(?:码)?|银行卡号?码?|开户(?:行|银行)?(?:账号|帐号)?|(?:惠农)?一卡通(?:账号|卡号|号码?)?)|` +
	`((?:联系|移动|手机|固定|座机)?(?:电话|号码)(?:号码?)?|手机号?码?|联系方式|微信号?|电话号码))$`)

// privateBy is what a column holds by its heading; "" if nothing of the kind.
func privateBy(heading string) string {
	for _, s := range scan.Spellings(heading) {
		if m := privateHeading.FindStringSubmatch(s); m != nil {
			i := slices.IndexFunc(m[1:], func(s string) bool { return s != "" })
			return [...]string{idNumber, cardNumber, phoneNumber}[i]
		}
	}
	return ""
}
