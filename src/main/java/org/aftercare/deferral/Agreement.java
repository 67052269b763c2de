package org.aftercare.deferral;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.aftercare.systems.Money;

/**
 * When an invoice is paid instead: on one later day, or in instalments.
 *
 * @param parts one or more, in the order in which they are due
 * @param booked whether billing has confirmed it; before that it is no more than a thought or an
 *     offer
 */
record Agreement(List<Part> parts, boolean booked) {

  /** Instalments are a month apart at most. */
  private static final int MOST_DAYS_APART = 30;

  Agreement {
    parts = List.copyOf(parts);
  }

  /**
   * @param reminded whether the customer has been reminded of it
   */
  record Part(LocalDate dueOn, Money amount, boolean reminded) {}

  enum Kind {
    DATE,
    INSTALMENTS
  }

  /** How paying goes. */
  enum Progress {
    PAID,
    ON_TRACK,
    MISSED
  }

  /** All on one day. */
  static Agreement on(LocalDate dueOn, Money amount) {
    return new Agreement(List.of(new Part(dueOn, amount, false)), false);
  }

  /**
   * Equal parts; the last takes what rounding leaves. Evenly spaced, so that the last lies within
   * the limit.
   *
   * @param from the day from which the limit counts
   * @param instalments 2 or more
   * @param limitDays within which all must be paid
   */
  static Agreement inParts(LocalDate from, Money whole, int instalments, int limitDays) {
    int apart = Math.max(1, Math.min(MOST_DAYS_APART, limitDays / instalments));
    return spread(
        IntStream.rangeClosed(1, instalments)
            .mapToObj(i -> from.plusDays((long) apart * i))
            .toList(),
        whole);
  }

  private static Agreement spread(List<LocalDate> days, Money whole) {
    BigDecimal part = whole.amount().divide(BigDecimal.valueOf(days.size()), 2, RoundingMode.DOWN);
    BigDecimal left = whole.amount();
    List<Part> parts = new ArrayList<>();
    for (LocalDate day : days) {
      BigDecimal amount = parts.size() == days.size() - 1 ? left : part;
      parts.add(new Part(day, new Money(amount, whole.currency()), false));
      left = left.subtract(amount);
    }
    return new Agreement(parts, false);
  }

  /** The same days for what is left to be paid, as long as nothing of it is booked. */
  Agreement over(Money balance) {
    return spread(parts.stream().map(Part::dueOn).toList(), balance);
  }

  Kind kind() {
    return parts.size() == 1 ? Kind.DATE : Kind.INSTALMENTS;
  }

  Part first() {
    return parts.get(0);
  }

  Part last() {
    return parts.get(parts.size() - 1);
  }

  /** The first part that is not paid yet; empty if all are. */
  Optional<Part> next(Money balance) {
    BigDecimal paid = total().subtract(balance.amount());
    BigDecimal until = BigDecimal.ZERO;
    for (Part part : parts) {
      until = until.add(part.amount().amount());
      if (until.compareTo(paid) > 0) {
        return Optional.of(part);
      }
    }
    return Optional.empty();
  }

  /** What is to be paid by the day of a part, with what is left of those before it. */
  Money dueWith(Part of, Money balance) {
    BigDecimal later =
        parts.stream()
            .filter(part -> part.dueOn().isAfter(of.dueOn()))
            .map(part -> part.amount().amount())
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    return new Money(balance.amount().subtract(later), balance.currency());
  }

  /**
   * @param balance what is still to be paid
   * @param dueUntil parts that were due on this day or before count as missed
   */
  Progress progress(Money balance, LocalDate dueUntil) {
    if (balance.amount().signum() == 0) {
      return Progress.PAID;
    }
    return next(balance).filter(part -> !part.dueOn().isAfter(dueUntil)).isPresent()
        ? Progress.MISSED
        : Progress.ON_TRACK;
  }

  /** The same, with nothing that is still to be paid due before that day. */
  Agreement notBefore(LocalDate day, Money balance) {
    Optional<Part> next = next(balance);
    if (next.isEmpty()) {
      return this;
    }
    return new Agreement(
        parts.stream()
            .map(
                part ->
                    part.dueOn().isBefore(next.get().dueOn()) || !part.dueOn().isBefore(day)
                        ? part
                        : new Part(day, part.amount(), part.reminded()))
            .toList(),
        booked);
  }

  /** The same, confirmed by billing. */
  Agreement confirmed() {
    return new Agreement(parts, true);
  }

  /** The same, with the customer reminded of that part. */
  Agreement reminded(Part of) {
    return new Agreement(
        parts.stream()
            .map(part -> part.equals(of) ? new Part(part.dueOn(), part.amount(), true) : part)
            .toList(),
        booked);
  }

  private BigDecimal total() {
    return parts.stream()
        .map(part -> part.amount().amount())
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
