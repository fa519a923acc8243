package serve

import (
	"bufio"
	"context"
	"io"
	"log"
	"net"
	"strings"
	"testing"
	"testing/synctest"
	"time"
)

// plug is a listener with one connection, which needs no network.
type plug struct {
	conn   chan net.Conn
	closed chan struct{}
}

func (p plug) Accept() (net.Conn, error) {
	select {
	case conn := <-p.conn:
		return conn, nil
	case <-p.closed:
		return nil, net.ErrClosed
	}
}
func (p plug) Close() error   { close(p.closed); return nil }
func (p plug) Addr() net.Addr { return &net.TCPAddr{IP: net.IPv4(127, 0, 0, 1)} }

// An open page must not make the end wait for the time of grace.
func TestAnswerEndsStreamsAtOnce(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		ctx, cancel := context.WithCancel(t.Context())
		listen := plug{make(chan net.Conn, 1), make(chan struct{})}
		page, far := net.Pipe()
		listen.conn <- far
		done := make(chan error, 1)
		go func() {
			done <- answer(ctx, []net.Listener{listen}, &handler{Options: Options{Output: t.TempDir()}, board: newBoard()}, log.New(t.Output(), "", 0))
		}()

		io.WriteString(page, "GET /_gongshi/events HTTP/1.1\r\nHost: localhost\r\n\r\n")
		text := bufio.NewReader(page)
		for {
			line, err := text.ReadString('\n')
			if err != nil {
				t.Fatal(err)
			}
			if strings.HasPrefix(line, "retry:") {
				break
			}
		}
		go io.Copy(io.Discard, text)
		start := time.Now()
		cancel()
		if err := <-done; err != nil {
			t.Error(err)
		}
		if took := time.Since(start); took > time.Second {
			t.Errorf("it took %v", took)
		}
	})
}
