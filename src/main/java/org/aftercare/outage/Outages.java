package org.aftercare.outage;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** All outages and who is affected by them. Every write joins the caller's transaction. */
interface Outages {

  /**
   * @return {@code false} if the number is taken
   */
  boolean add(Outage outage);

  Optional<Outage> find(String number);

  /**
   * @throws IllegalStateException if there is none of that number
   */
  default Outage require(String number) {
    return find(number)
        .orElseThrow(() -> new IllegalStateException("There is no outage " + number + "."));
  }

  /** Like {@link #require}, and nobody else changes it until the transaction ends. */
  Outage lock(String number);

  /** Newest first; a state that is {@code null} does not filter. */
  List<Outage> page(Outage.State state, int offset, int size);

  long count(Outage.State state);

  /** What is reported of it: cause, times and state. */
  void change(Outage outage);

  /** Adds affected customers, none of whom is there already. */
  void addAffected(String number, List<String> customerIds);

  /** The last affected customer in the order of their numbers. */
  Optional<String> lastAffected(String number);

  /**
   * Begins a round of messages.
   *
   * @return its number, from 1
   */
  int beginNews(String number);

  /**
   * Takes the next customers who have not been told in a round, and notes that they are told now.
   *
   * @param round from 1
   */
  List<String> takeUntold(String number, int round, int limit);

  /** Notes in each of a customer's open outages that they have contacted us although told. */
  void contacted(String customerId);

  /** Nothing more is told of it. */
  void close(String number, Instant at);
}
