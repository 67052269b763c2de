package org.aftercare.cases;

/** Tells the shared steps what a case is about. Each flow with items implements it once. */
public interface ServiceItems {

  /** The flow's name as its cases carry it, for example {@code warranty-claim}. */
  String flow();

  /**
   * @throws IllegalStateException if the item is not known yet: steps that need it come later
   */
  ServiceItem of(String caseNumber);
}
