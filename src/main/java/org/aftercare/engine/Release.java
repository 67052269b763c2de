package org.aftercare.engine;

/** The product's own models, deployed as it starts. */
public final class Release {

  /** The name of that deployment. */
  public static final String DEPLOYMENT = "Aftercare";

  private Release() {}
}
