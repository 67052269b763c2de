package org.aftercare;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts Aftercare: the engine, the API, the pages and, in the default profile, the sandbox. */
@SpringBootApplication
public class AftercareApplication {

  public static void main(String[] args) {
    SpringApplication.run(AftercareApplication.class, args);
  }
}
