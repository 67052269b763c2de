package org.aftercare.customers;

import java.util.List;
import java.util.Set;

/**
 * What one module keeps of customers. Each module with a table that names a customer, or holds what
 * a customer has said, implements it as a bean; all of them together erase a person. Every method
 * belongs to the caller's transaction.
 */
public interface PersonalData {

  /**
   * Why the customer cannot be erased yet; empty if nothing speaks against it. In English, for
   * staff, without anything of the customer but numbers of cases. Asked before and after the
   * erasure: what has come in meanwhile must be left alone by {@link #erase} and be told here.
   *
   * @param caseNumbers all cases of the customer
   */
  default List<Obstacle> obstacles(String customerId, Set<String> caseNumbers) {
    return List.of();
  }

  /** The numbers of the cases that are the customer's. */
  default Set<String> caseNumbers(String customerId) {
    return Set.of();
  }

  /**
   * Removes what tells of the person, and puts the stand-in where a row is kept without the person.
   * Of tables of cases only rows of the cases that are named, so that one which opens at the same
   * time is not taken for one that is over.
   *
   * @return how many rows knew of the customer
   */
  int erase(Erasure erasure);

  /**
   * @param code such as {@code CASE_OPEN}
   * @param detail what stands in the way
   * @param remedy what ends it
   */
  record Obstacle(String code, String detail, String remedy) {}

  /**
   * @param standIn what takes the place of the customer's number, at most 20 characters; the same
   *     in all tables, and telling nobody who it was
   * @param caseNumbers all cases of the customer; their processes have ended
   */
  record Erasure(String customerId, String standIn, Set<String> caseNumbers) {}
}
