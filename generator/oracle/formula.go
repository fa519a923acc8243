package oracle

import (
	"go/token"
	"go/types"
	"math/big"
	"strings"
	"testing"
)

// inGo writes a formula as a constant of Go, of which the compiler knows the exact value; without a
// fraction before the division it would be that of whole numbers.
var inGo = strings.NewReplacer("−", " - ", "×", "*", "÷", "*1.0/")

// Evaluate works out a formula as pages print it, with + − × ÷ and brackets, exactly.
func Evaluate(t *testing.T, name, text string) *big.Rat {
	t.Helper()
	v, err := types.Eval(token.NewFileSet(), nil, token.NoPos, inGo.Replace(text))
	if err != nil {
		t.Fatalf("%s: %q cannot be read: %v", name, text, err)
	}
	exact, ok := new(big.Rat).SetString(v.Value.ExactString())
	if !ok {
		t.Fatalf("%s: %q is not a number", name, text)
	}
	return exact
}
