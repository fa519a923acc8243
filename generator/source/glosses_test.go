package source

import (
	"os"
	"strings"
	"testing"
)

// Every Chinese word that is understood is in the contract, which tells clerks that they may type it.
func TestGlossesAreInTheContract(t *testing.T) {
	contract, err := os.ReadFile("../formats.md")
	if err != nil {
		t.Fatal(err)
	}
	for key, words := range glosses {
		for word, gloss := range words {
			for chinese := range strings.SplitSeq(gloss, "/") {
				if !strings.Contains(strings.ReplaceAll(string(contract), `\`, ""), chinese) {
					t.Errorf("%s = %s: %s is not in formats.md", key, word, chinese)
				}
				if got, ok := understood(key, chinese, []string{word}); !ok || got != word {
					t.Errorf("%s: %s is not understood", key, chinese)
				}
			}
		}
	}
}
