package org.aftercare.sandbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;

/** Stands where the product stands: takes callbacks and lets its clock be moved. */
class FakeProduct implements AutoCloseable {

  private final HttpServer server;
  private final List<Callback> callbacks = new CopyOnWriteArrayList<>();
  private final BlockingQueue<Integer> answers = new LinkedBlockingQueue<>();
  private final ConcurrentLinkedQueue<String> clockRequests = new ConcurrentLinkedQueue<>();
  private volatile String now = "";

  FakeProduct() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/api/callbacks/", this::takeCallback);
    server.createContext("/api/demo/clock", this::clock);
    server.start();
  }

  String url() {
    return "http://localhost:" + server.getAddress().getPort();
  }

  /** All callbacks of a case, in the order in which they came. */
  List<Callback> callbacks(String caseNumber) {
    return callbacks.stream().filter(callback -> callback.body().contains(caseNumber)).toList();
  }

  /** The next callbacks get these answers; those after get 204. */
  void answer(Integer... statuses) {
    answers.addAll(List.of(statuses));
  }

  void clockStands(String instant) {
    now = instant;
  }

  List<String> clockRequests() {
    return List.copyOf(clockRequests);
  }

  void reset() {
    answers.clear();
    clockRequests.clear();
    now = "";
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void takeCallback(HttpExchange exchange) throws IOException {
    callbacks.add(
        new Callback(
            exchange.getRequestURI().getPath(),
            exchange.getRequestHeaders().getFirst("webhook-id"),
            exchange.getRequestHeaders().getFirst("webhook-timestamp"),
            exchange.getRequestHeaders().getFirst("webhook-signature"),
            new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
    Integer answer = answers.poll();
    exchange.sendResponseHeaders(answer == null ? 204 : answer, -1);
    exchange.close();
  }

  private void clock(HttpExchange exchange) throws IOException {
    clockRequests.add(
        exchange.getRequestMethod()
            + " "
            + exchange.getRequestURI()
            + " "
            + exchange.getRequestHeaders().getFirst("Authorization")
            + " "
            + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    byte[] body = ("{\"now\":\"" + now + "\"}").getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(now.isEmpty() ? 500 : 200, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  record Callback(String path, String id, String timestamp, String signature, String body) {}
}
