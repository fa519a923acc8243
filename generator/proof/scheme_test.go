package proof_test

import (
	"encoding/json"
	"testing"

	"gongshi/generator/ledger"
	"gongshi/generator/proof"
)

// A file of rules is one version of them: what somebody puts behind it is no part of it.
func TestNothingFollowsARulesFile(t *testing.T) {
	scheme := &ledger.Scheme{
		Title: "示例办法", Effective: ledger.Day(2023, 1, 1), Cycle: ledger.Month,
		Missing: "error", NotApplicable: "full",
	}
	text, err := json.Marshal(proof.SchemeJSON(scheme))
	if err != nil {
		t.Fatal(err)
	}
	read, err := proof.ParseScheme(append(text, '\n'))
	if err != nil || read.Title != scheme.Title {
		t.Fatalf("%+v, %v", read, err)
	}
	for _, more := range []string{`{"title": "另一份办法"}`, "]", "x", " 1"} {
		if _, err := proof.ParseScheme(append(text[:len(text):len(text)], more...)); err == nil {
			t.Errorf("read with %q behind it", more)
		}
	}
}
