package org.recastal.study.journal;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.recastal.space.PointId;

/** The events of jobs, and what people do to points, as JSON. */
record PointEventWriter(ObjectMapper json) {

  ObjectNode data(Event event) {
    if (event instanceof Event.JobIntended e) {
      return job(e.id(), e.step(), e.attempt()).put("executor", e.executor());
    } else if (event instanceof Event.JobSubmitted e) {
      return job(e.id(), e.step(), e.attempt()).put("reference", e.reference().text());
    } else if (event instanceof Event.JobEnded e) {
      return job(e.id(), e.step(), e.attempt())
          .put("end", EventParser.word(e.end().kind()))
          .put("message", e.end().message());
    } else if (event instanceof Event.PointPinned e) {
      ObjectNode node = json.createObjectNode();
      EventWriter.point(node, e.point());
      return node.put("reason", e.reason());
    } else if (event instanceof Event.RegionVetoed e) {
      return json.createObjectNode().put("where", e.where()).put("reason", e.reason());
    } else if (event instanceof Event.PointRetried e) {
      return point(e.id()).put("reason", e.reason());
    } else {
      Event.PointAbandoned e = (Event.PointAbandoned) event;
      return point(e.id()).put("reason", e.reason());
    }
  }

  private ObjectNode job(PointId id, String step, int attempt) {
    return point(id).put("step", step).put("attempt", attempt);
  }

  private ObjectNode point(PointId id) {
    return json.createObjectNode().put("point", id.value());
  }
}
