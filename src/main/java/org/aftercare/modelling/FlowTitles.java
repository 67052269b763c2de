package org.aftercare.modelling;

import java.util.Locale;

/** What people call the folders of the models. */
final class FlowTitles {

  private FlowTitles() {}

  /**
   * @param folder such as {@code warranty}; empty for models that the program did not bring
   */
  static String of(String folder) {
    return switch (folder) {
      case "" -> "Deployed later";
      case "shared" -> "Shared by several flows";
      default -> folder.substring(0, 1).toUpperCase(Locale.ROOT) + folder.substring(1);
    };
  }
}
