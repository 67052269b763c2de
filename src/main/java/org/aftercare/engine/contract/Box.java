package org.aftercare.engine.contract;

import org.camunda.bpm.model.bpmn.instance.dc.Bounds;

/** A rectangle on a diagram, in its units. */
record Box(double x, double y, double width, double height) {

  static Box of(Bounds bounds) {
    return new Box(bounds.getX(), bounds.getY(), bounds.getWidth(), bounds.getHeight());
  }

  boolean contains(Box other) {
    return x <= other.x
        && y <= other.y
        && x + width >= other.x + other.width
        && y + height >= other.y + other.height;
  }

  /** Whether the two share more than a rim of so many units. */
  boolean overlaps(Box other, double rim) {
    return Math.min(x + width, other.x + other.width) - Math.max(x, other.x) > rim
        && Math.min(y + height, other.y + other.height) - Math.max(y, other.y) > rim;
  }
}
