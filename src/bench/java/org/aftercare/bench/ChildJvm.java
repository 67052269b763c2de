package org.aftercare.bench;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A program in a JVM of its own, so that its start, CPU time and memory are its own. */
final class ChildJvm implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(15);
  private static final long LOOK_MILLIS = 50;

  private final String name;
  private final Process process;
  private final Path log;
  private final long startedNanos;

  private ChildJvm(String name, Process process, Path log, long startedNanos) {
    this.name = name;
    this.process = process;
    this.log = log;
    this.startedNanos = startedNanos;
  }

  /**
   * Starts a program; its output goes to {@code target/bench/<name>.log}.
   *
   * @param properties become {@code --name=value} arguments, as Spring Boot reads them
   */
  static ChildJvm start(
      String name,
      List<String> options,
      String classPath,
      Class<?> program,
      Map<String, String> properties)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.add("-Duser.timezone=UTC");
    command.add("-cp");
    command.add(classPath);
    command.add(program.getName());
    properties.forEach((key, value) -> command.add("--" + key + "=" + value));
    Path log = Path.of("target", "bench", name + ".log");
    Files.createDirectories(log.getParent());
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
    long started = System.nanoTime();
    ChildJvm child = new ChildJvm(name, builder.start(), log, started);
    Runtime.getRuntime().addShutdownHook(new Thread(child.process::destroyForcibly));
    return child;
  }

  /** This JVM's class path without the jars and folders in whose name the pattern is found. */
  static String classPathWithout(Pattern names) {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> !names.matcher(Path.of(entry).getFileName().toString()).find())
        .collect(Collectors.joining(File.pathSeparator));
  }

  /**
   * Waits until the program answers at that address, whatever it answers.
   *
   * @return the time since its start
   */
  Duration awaitAnswer(String url) throws InterruptedException {
    HttpClient client = HttpClient.newHttpClient();
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url)).timeout(Duration.ofSeconds(30)).build();
    while (true) {
      try {
        client.send(request, HttpResponse.BodyHandlers.discarding());
        return Duration.ofNanos(System.nanoTime() - startedNanos);
      } catch (IOException notYet) {
        if (!process.isAlive() || System.nanoTime() - startedNanos > PATIENCE.toNanos()) {
          throw new IllegalStateException(name + " did not start; see " + log, notYet);
        }
        TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
      }
    }
  }

  Duration cpu() {
    return ProcessFigures.cpu(process.pid());
  }

  long residentMegabytes() {
    return ProcessFigures.residentMegabytes(process.pid());
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(20, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
