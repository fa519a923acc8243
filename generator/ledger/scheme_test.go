package ledger

import (
	"encoding/json"
	"testing"
)

// In a scheme a choice is a word; in files for programs it says whether it is the second.
func TestWordsOfTwo(t *testing.T) {
	if Carry(false).String() != "year" || Lifetime.String() != "lifetime" || ByAverage.String() != "average" || TiesOut.String() != "out" {
		t.Error(Carry(false), Lifetime, ByAverage, TiesOut)
	}
	for want, s := range map[string]any{
		`{"lifetime":true}`: Scheme{Carry: Lifetime}, `{"by_average":true}`: Scheme{RankBy: ByAverage}, `{"ties_out":true}`: Honours{Ties: TiesOut}, `{}`: Scheme{},
	} {
		if got, err := json.Marshal(s); string(got) != want || err != nil {
			t.Errorf("%s, %v, want %s", got, err, want)
		}
	}
}
