package org.aftercare.outage;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.aftercare.engine.DataSource;
import org.aftercare.engine.StaffGroup;

/** All outages and who is affected by them. Every write joins the caller's transaction. */
@DataSource(name = "Outages", owner = StaffGroup.OPERATIONS, kept = DataSource.WITH_THE_CASE)
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

  /** The last of those who were added last. */
  Optional<String> lastAffected(String number);

  /** What the last round of messages said; empty before the first. */
  Optional<Said> said(String number);

  /**
   * Begins a round of messages, which says what is known now.
   *
   * @return its number, from 1
   */
  int beginNews(String number);

  /**
   * Takes the next customers who have not been told in a round, and notes that they are told now.
   * In the first round that is everybody affected, in later ones whoever has been told before.
   *
   * @param round from 1
   */
  List<String> takeUntold(String number, int round, int limit);

  /**
   * An open outage of the same service in the same place, a part of it, or one that it is part of.
   */
  Optional<String> overlapping(Outage.Place place);

  /** Forgets who was affected by outages that were closed before an instant. */
  int forgetAffected(Instant closedBefore, int limit);

  /** Notes in each of a customer's open outages that they have contacted us although told. */
  void contacted(String customerId);

  /** Nothing more is told of it. */
  void close(String number, Instant at);

  /**
   * What a round of messages says.
   *
   * @param expectedEndAt {@code null} if nobody knew
   */
  record Said(Outage.Cause cause, Instant expectedEndAt) {}
}
