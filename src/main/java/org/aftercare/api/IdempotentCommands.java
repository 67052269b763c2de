package org.aftercare.api;

import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.http.ResponseEntity;

/** Carries out a command of the API once, however often it is sent. */
public interface IdempotentCommands {

  /** The request header that every command needs; 1 to 200 characters. */
  String HEADER = "Idempotency-Key";

  /**
   * Carries out the command, or repeats the answer that it had when it was sent before. The key
   * belongs to the current caller. Command and answer are committed in one transaction, so that
   * neither is ever there without the other; a command that throws leaves nothing behind and may be
   * sent again under its key. Requests under one key at the same time wait for each other.
   *
   * @param key the header's value
   * @param command what is done, and to what, for example {@code POST /api/cases/W-…/cancel}: the
   *     key cannot be used for another
   * @param request the request's body as it was read, or {@code null} if the command has none;
   *     under one key it cannot change
   * @param answerType the type of the answer's body, which Jackson can write and read
   * @param execution carries it out; its answer's status, {@code Location} and body are kept
   * @return the execution's answer, now or earlier
   * @throws ProblemException 400 for a key that is blank or too long, 422 when the key was used for
   *     another command or another body
   */
  default <T> ResponseEntity<T> once(
      String key,
      String command,
      Object request,
      Class<T> answerType,
      Supplier<ResponseEntity<T>> execution) {
    return once(key, command, request, answerType, () -> null, prepared -> execution.get());
  }

  /**
   * The same for a command that has to ask other systems first. They are asked before the
   * transaction begins: one that waits for an answer would hold a database connection meanwhile,
   * and a few slow ones the whole pool.
   *
   * @param preparation what is found out beforehand, changing nothing; not called for a command
   *     that has its answer already. What it throws, the command throws
   * @param execution as above, with what was prepared
   */
  <P, T> ResponseEntity<T> once(
      String key,
      String command,
      Object request,
      Class<T> answerType,
      Supplier<P> preparation,
      Function<P, ResponseEntity<T>> execution);
}
