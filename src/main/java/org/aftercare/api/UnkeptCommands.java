package org.aftercare.api;

import java.util.function.Supplier;
import org.springframework.http.ResponseEntity;

/**
 * Commands of which nothing may be kept but that they were carried out, because of whom they are
 * about.
 */
public interface UnkeptCommands {

  /**
   * Carries the command out in a transaction of its own, once under its key as {@link
   * IdempotentCommands} does. Neither the request nor the answer's body is kept.
   *
   * @param key the value of {@link IdempotentCommands#HEADER}
   * @throws ProblemException 400 for a key that is blank or too long, 410 when this command was
   *     carried out before, 422 when the key was used for another one
   */
  <T> ResponseEntity<T> once(String key, Supplier<ResponseEntity<T>> execution);
}
