package org.aftercare;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;

/** The product in a process of its own, which a test can kill. */
final class ProductProcess implements AutoCloseable {

  private static final Duration START = Duration.ofMinutes(5);

  private final Process process;
  private final Path output;

  private ProductProcess(Process process, Path output) {
    this.process = process;
    this.output = output;
  }

  /** Starts it and waits until it answers. */
  static ProductProcess start(Path folder, int port, Map<String, Object> properties) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx600m", "-XX:TieredStopAtLevel=1", "-Duser.timezone=UTC"));
    command.addAll(List.of("-cp", classPathWithoutTests(), AftercareApplication.class.getName()));
    command.add("--server.port=" + port);
    properties.forEach((name, setting) -> command.add("--" + name + "=" + setting));
    Path output = folder.resolve("output-" + System.nanoTime() + ".txt");
    try {
      Process process =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start();
      ProductProcess product = new ProductProcess(process, output);
      product.awaitAnswer(port);
      return product;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** {@code kill -9}: nothing is finished, nothing is rolled back by the process itself. */
  void kill() {
    process.destroyForcibly();
    Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> !process.isAlive());
  }

  @Override
  public void close() {
    kill();
  }

  private void awaitAnswer(int port) {
    try {
      Awaitility.await()
          .atMost(START)
          .until(
              () -> {
                if (!process.isAlive()) {
                  throw new IllegalStateException("The product ended.");
                }
                return answers(port);
              });
    } catch (RuntimeException e) {
      close();
      throw new IllegalStateException("The product did not start:\n" + lastLines(), e);
    }
  }

  private static boolean answers(int port) {
    try {
      HttpURLConnection connection =
          (HttpURLConnection)
              URI.create("http://localhost:" + port + "/engine-rest/engine")
                  .toURL()
                  .openConnection();
      connection.setConnectTimeout(1_000);
      connection.setReadTimeout(5_000);
      return connection.getResponseCode() == HttpURLConnection.HTTP_UNAUTHORIZED;
    } catch (IOException e) {
      return false;
    }
  }

  private String lastLines() {
    try {
      List<String> lines = Files.readAllLines(output);
      return String.join("\n", lines.subList(Math.max(0, lines.size() - 60), lines.size()));
    } catch (IOException e) {
      return e.toString();
    }
  }

  /** Tests bring applications of their own, which the product must not find. */
  private static String classPathWithoutTests() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> !entry.endsWith("test-classes") && !entry.endsWith("test-classes/"))
        .collect(Collectors.joining(File.pathSeparator));
  }
}
