package org.aftercare.systems;

import java.util.Objects;
import java.util.function.Function;

/**
 * What another system answered: it did what was asked, or refused for a reason that the business
 * knows.
 *
 * @param granted what it did, or {@code null} if it refused
 * @param refusal the contract's reason, or {@code null} if it did not refuse
 */
public record Reply<T>(T granted, String refusal) {

  public static <T> Reply<T> granted(T granted) {
    return new Reply<>(Objects.requireNonNull(granted, "granted"), null);
  }

  public static <T> Reply<T> refused(String code) {
    return new Reply<>(null, Objects.requireNonNull(code, "code"));
  }

  public boolean isGranted() {
    return refusal == null;
  }

  public <R> R fold(Function<T, R> whenGranted, Function<String, R> whenRefused) {
    return isGranted() ? whenGranted.apply(granted) : whenRefused.apply(refusal);
  }
}
