package org.aftercare.systems.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpRequest;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.ClientHttpResponse;

/** Stops reading a reply that does not end, before it fills the memory. */
final class ReplyLimit implements ClientHttpRequestInterceptor {

  private final int bytes;

  ReplyLimit(int bytes) {
    this.bytes = bytes;
  }

  @Override
  public ClientHttpResponse intercept(
      HttpRequest request, byte[] body, ClientHttpRequestExecution execution) throws IOException {
    return new LimitedReply(execution.execute(request, body), bytes);
  }

  private record LimitedReply(ClientHttpResponse reply, int bytes) implements ClientHttpResponse {

    @Override
    public HttpStatusCode getStatusCode() throws IOException {
      return reply.getStatusCode();
    }

    @Override
    public String getStatusText() throws IOException {
      return reply.getStatusText();
    }

    @Override
    public HttpHeaders getHeaders() {
      return reply.getHeaders();
    }

    @Override
    public InputStream getBody() throws IOException {
      return new LimitedStream(reply.getBody(), bytes);
    }

    @Override
    public void close() {
      reply.close();
    }
  }

  private static final class LimitedStream extends FilterInputStream {

    private long left;

    LimitedStream(InputStream in, int bytes) {
      super(in);
      this.left = bytes;
    }

    @Override
    public int read() throws IOException {
      int read = super.read();
      count(read < 0 ? 0 : 1);
      return read;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int read = super.read(buffer, offset, length);
      count(read);
      return read;
    }

    private void count(int read) throws IOException {
      left -= Math.max(read, 0);
      if (left < 0) {
        throw new IOException("The reply is larger than allowed");
      }
    }
  }
}
