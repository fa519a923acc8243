package convert

import "testing"

// The first two are the examples of GB 11643; those of cards are published test numbers.
func TestPrivate(t *testing.T) {
	for text, want := range map[string]string{
		"11010519491231002X": idNumber, "440524188001010014": idNumber, "身份证：11010519491231002x": idNumber, "１１０１０５１９４９１２３１００２Ｘ": idNumber,
		"110105 19491231 002X": idNumber, "110105194912310021": "", "110105194913310021": "", "110105194912310000": idNumber, "110105491231002": idNumber,
		"990105194912310000": "", "20230105001002": "",
		"4111111111111111": cardNumber, "4111 1111 1111 1111": cardNumber, "5555555555554444": cardNumber, "4111111111111112": "", "6200000000000005": cardNumber,
		"6222020012345670000": cardNumber, "2023010500100012345": "",
		"13800138000": phoneNumber, "电话138 0013 8000": phoneNumber, "138-0013-8000": phoneNumber, "8613800138000": phoneNumber, "0591-87654321": phoneNumber,
		"12800138000": "", "138001380001": "", "第1 13800138000号": phoneNumber, "2023-01-05 2023-02-06": "", "1.3800138000": "", "帮邻居修房三天": "", "": "",
	} {
		if got, found := private(text); got != want || (found == "") != (want == "") {
			t.Errorf("%s: %q %q, want %q", text, got, found, want)
		}
	}
}

func TestPrivateHeading(t *testing.T) {
	for heading, want := range map[string]string{
		"身份证号": idNumber, "身份证号码": idNumber, "户主身份证": idNumber, "公民身份证号码": idNumber, "证件号": idNumber, "身 份 证 号": idNumber,
		"银行卡号": cardNumber, "卡号": cardNumber, "银行账号": cardNumber, "一卡通": cardNumber, "惠农一卡通账号": cardNumber, "开户行": cardNumber,
		"电话": phoneNumber, "联系电话": phoneNumber, "手机号": phoneNumber, "户主电话": phoneNumber, "联系方式": phoneNumber, "电话（手机）": phoneNumber,
		"户号": "", "编号": "", "户主": "", "电话费": "", "身份": "", "庭院": "", "": "",
	} {
		if got := privateBy(heading); got != want {
			t.Errorf("%s: %q, want %q", heading, got, want)
		}
	}
}

func TestHide(t *testing.T) {
	for text, want := range map[string]string{
		"备注：有事打13800138000或139 0013 9000": "备注：有事打138…00或139…00", "没有": "没有", "１３８００１３８０００": "138…00",
	} {
		if got := hide(text); got != want {
			t.Errorf("%s: %s, want %s", text, got, want)
		}
	}
}
