package org.aftercare.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Another system in memory: remembers each effect by key and does what the test tells it. */
class Partner {

  private final Map<String, Reservation> effects = new LinkedHashMap<>();
  private final List<String> calls = new ArrayList<>();
  private final List<String> questions = new ArrayList<>();
  private Supplier<RuntimeException> before = () -> null;
  private Supplier<RuntimeException> after = () -> null;

  record Reservation(String id, String place) {}

  synchronized void reset() {
    effects.clear();
    calls.clear();
    questions.clear();
    works();
  }

  synchronized void works() {
    before = () -> null;
    after = () -> null;
  }

  /** Fails without doing anything. */
  synchronized void failsBefore(Supplier<RuntimeException> failure) {
    before = failure;
  }

  /** Does what it was asked for; the reply gets lost. */
  synchronized void failsAfter(Supplier<RuntimeException> failure) {
    after = failure;
  }

  synchronized Reservation reserve(String key) {
    calls.add(key);
    fail(before);
    Reservation made =
        effects.computeIfAbsent(key, k -> new Reservation("R-" + (effects.size() + 1), "Lund"));
    fail(after);
    return made;
  }

  synchronized Optional<Reservation> find(String key) {
    questions.add(key);
    fail(before);
    return Optional.ofNullable(effects.get(key));
  }

  private static void fail(Supplier<RuntimeException> failure) {
    RuntimeException e = failure.get();
    if (e != null) {
      throw e;
    }
  }

  synchronized int effects() {
    return effects.size();
  }

  synchronized List<String> calls() {
    return List.copyOf(calls);
  }

  synchronized List<String> questions() {
    return List.copyOf(questions);
  }
}
