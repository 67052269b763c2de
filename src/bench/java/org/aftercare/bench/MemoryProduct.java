package org.aftercare.bench;

import org.aftercare.AftercareApplication;
import org.springframework.boot.SpringApplication;

/** Contestant a: the product as it is, with the other systems in its own memory. */
public final class MemoryProduct {

  private MemoryProduct() {}

  public static void main(String[] args) {
    new SpringApplication(AftercareApplication.class, MemorySystems.class).run(args);
  }
}
