package org.aftercare.engine;

import java.util.Arrays;
import java.util.Optional;

/** The groups that staff belong to, as the engine and its models name them. */
public enum StaffGroup {
  FRONT_OFFICE("front-office", "Front office", Office.FRONT),
  CLAIMS("claims", "Claims", Office.MIDDLE),
  CONTRACTS("contracts", "Contracts", Office.MIDDLE),
  WAREHOUSE("warehouse", "Warehouse", Office.BACK),
  REPAIR_PLANNING("repair-planning", "Repair planning", Office.BACK),
  TECHNICIANS("technicians", "Technicians", Office.BACK),
  PARTS("parts", "Parts", Office.BACK),
  FINANCE("finance", "Finance", Office.BACK),
  COLLECTIONS("collections", "Collections", Office.BACK),
  LEGAL("legal", "Legal", Office.MIDDLE),
  DEPARTMENT_HEADS("department-heads", "Department heads", Office.MIDDLE),
  /** Told, never asked: this group has no tasks. */
  PRODUCT_MANAGERS("product-managers", "Product managers", null),
  /** Keeps the automation running; sees everything and mends it. */
  OPERATIONS("operations", "Operations", null);

  private final String id;
  private final String displayName;
  private final Office office;

  StaffGroup(String id, String displayName, Office office) {
    this.id = id;
    this.displayName = displayName;
    this.office = office;
  }

  /** The group's id in the engine and in the models. */
  public String id() {
    return id;
  }

  /** The group's name for people. */
  public String displayName() {
    return displayName;
  }

  /** The office it belongs to; empty for those who work for all of them. */
  public Optional<Office> office() {
    return Optional.ofNullable(office);
  }

  /** Whether the models may give tasks to this group. */
  public boolean hasTasks() {
    return this != PRODUCT_MANAGERS;
  }

  public static Optional<StaffGroup> ofId(String id) {
    return Arrays.stream(values()).filter(group -> group.id.equals(id)).findFirst();
  }

  /** How near to the customer a group works. */
  public enum Office {
    FRONT,
    MIDDLE,
    BACK
  }
}
