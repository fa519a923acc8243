package desk

import (
	"crypto/subtle"
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"time"
)

// largest is how many bytes a request may have: 3,000 households with 18 items each have about half of it.
const largest = 8 << 20

// slow is how long a request may take to arrive.
const slow = 20 * time.Second

// admits reports whether a request to write comes from a page of this desk, and answers it if not. Any page of
// the browser can send a form or a picture's address here: it has neither the token, nor our origin, nor may it send
// JSON without asking first.
func (d *Desk) admits(w http.ResponseWriter, r *http.Request) bool {
	token := r.Header.Get("X-Gongshi-Desk")
	switch {
	case r.Header.Get("Origin") != "http://"+r.Host:
		refuse(w, http.StatusForbidden, "别的网页不能在这里写东西。")
	case d.opt.Token == "" || subtle.ConstantTimeCompare([]byte(token), []byte(d.opt.Token)) != 1:
		refuse(w, http.StatusForbidden, "这一页是上一次打开程序时的：先把没有存的抄下来，再刷新这一页。")
	case r.Header.Get("Content-Type") != "application/json":
		refuse(w, http.StatusForbidden, "请求的样式不对。")
	default:
		http.NewResponseController(w).SetReadDeadline(time.Now().Add(slow)) // a recorder of a test has none
		r.Body = http.MaxBytesReader(w, r.Body, largest)
		return true
	}
	return false
}

// refuse answers with words that the clerk reads.
func refuse(w http.ResponseWriter, status int, words string) {
	answer(w, status, map[string]string{"error": words})
}

func answer(w http.ResponseWriter, status int, with any) {
	text, err := json.Marshal(with)
	if err != nil {
		panic(err) // texts, numbers and lists always make JSON
	}
	w.Header().Set("Content-Type", "application/json; charset=utf-8")
	w.WriteHeader(status)
	w.Write(text)
}

// refusal is why a request is not served.
type refusal struct {
	status int
	with   any
}

func (r *refusal) Error() string { return "refused" }

// wrong is a refusal in words.
func wrong(words string) error {
	return &refusal{http.StatusBadRequest, map[string]string{"error": words}}
}

// lacks is a refusal of what is not filled in yet: a form shows it as what is still to be done, not as an error.
func lacks(words string) error {
	return &refusal{http.StatusBadRequest, map[string]string{"error": words, "lacks": words}}
}

// api is a handler that takes JSON and answers with JSON.
func api[In any](do func(In) (any, error)) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		text, err := io.ReadAll(r.Body)
		if err != nil {
			if errors.As(err, new(*http.MaxBytesError)) {
				refuse(w, http.StatusRequestEntityTooLarge, "一次存得太多了：分几次存。")
				return
			}
			refuse(w, http.StatusBadRequest, "没有收全，再存一次。")
			return
		}
		var in In
		if err := json.Unmarshal(text, &in); err != nil {
			refuse(w, http.StatusBadRequest, "请求读不出来：刷新这一页再试。")
			return
		}
		out, err := do(in)
		var no *refusal
		switch {
		case errors.As(err, &no):
			answer(w, no.status, no.with)
		case err != nil:
			refuse(w, http.StatusBadRequest, words(err))
		default:
			answer(w, http.StatusOK, out)
		}
	}
}
