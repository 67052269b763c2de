package org.aftercare;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.aftercare.engine.contract.ModelCheck;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.logging.LoggingSystem;

/**
 * Starts Aftercare: the engine, the API, the pages and, in the default profile, the sandbox. With
 * {@code check} and paths it starts nothing, but checks the models there.
 */
@SpringBootApplication
public class AftercareApplication {

  private static final String CHECK = "check";

  public static void main(String[] args) {
    if (args.length > 0 && CHECK.equals(args[0])) {
      System.exit(check(List.of(args).subList(1, args.length)));
    }
    SpringApplication.run(AftercareApplication.class, args);
  }

  private static int check(List<String> paths) {
    // Lets no logger print between the findings.
    LoggingSystem.get(AftercareApplication.class.getClassLoader()).beforeInitialize();
    return new ModelCheck(new PrintStream(System.out, true, StandardCharsets.UTF_8)).run(paths);
  }
}
