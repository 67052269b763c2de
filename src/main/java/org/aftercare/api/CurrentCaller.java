package org.aftercare.api;

import java.util.function.Supplier;

/** Tells a controller who made the request that it is answering. */
public interface CurrentCaller {

  /**
   * The caller of the current request.
   *
   * @throws IllegalStateException outside a request, or where nobody has logged in: only on
   *     endpoints that are open to everybody
   */
  Caller get();

  /**
   * Lets only those pass who may see what belongs to a customer. Others are told that there is
   * nothing, so that nobody learns which numbers exist.
   *
   * @param ownerCustomerId whose it is
   * @param notFound the very problem that an unknown number gives
   */
  void requireMaySee(String ownerCustomerId, Supplier<ProblemException> notFound);

  /**
   * Lets only those pass who may ask for something in the name of a customer. Others get the very
   * answer that a number gives which does not exist.
   *
   * @param customerId who is named, or {@code null} for nobody, which is a problem of its own
   */
  default void requireMayAct(String customerId) {
    if (customerId != null) {
      requireMaySee(
          customerId,
          () -> ProblemException.invalid(InvalidRequestException.unknownCustomer().problems()));
    }
  }
}
