package dev.footlights.query.routes;

import dev.footlights.query.answer.Directory;
import dev.footlights.query.answer.JsonAnswer;
import dev.footlights.query.answer.Page;
import dev.footlights.query.campaign.Annotation;
import dev.footlights.query.campaign.AnnotationReader;
import dev.footlights.query.campaign.AnnotationStore;
import dev.footlights.query.campaign.AnnotationStore.Change;
import dev.footlights.query.request.JsonBody;
import dev.footlights.query.request.Paging;
import dev.footlights.query.request.Parameters;
import dev.footlights.query.request.Refusals;
import dev.footlights.service.http.Problem;
import dev.footlights.service.http.ProblemException;
import dev.footlights.service.http.Request;
import dev.footlights.service.http.Response;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Annotations: read by anyone who is let in, written with the scope admin where keys are set. */
final class AnnotationRoutes {
    private static final Logger log = LoggerFactory.getLogger(AnnotationRoutes.class);
    private static final int DEFAULT_ROWS = 100;

    private final ApiParts parts;
    private final AnnotationStore store;
    private final boolean guarded;

    AnnotationRoutes(ApiParts parts, AnnotationStore store) {
        this.parts = parts;
        this.store = store;
        this.guarded = !parts.settings().auth().keys().isEmpty();
    }

    Response list(Request request) {
        Parameters parameters = new Parameters(request);
        Optional<LocalDate> from = parameters.day("from");
        Optional<LocalDate> to = parameters.day("to");
        if (from.isPresent() && to.isPresent() && from.get().isAfter(to.get())) {
            throw Refusals.parameter("from", "is after to");
        }
        Optional<String> team = parameters.text("team");
        Paging paging = Paging.of(request, DEFAULT_ROWS);
        List<Annotation> annotations = store.all().stream()
                .filter(each -> from.isEmpty() || !each.lastDay().isBefore(from.get()))
                .filter(each -> to.isEmpty() || !each.firstDay().isAfter(to.get()))
                .filter(each ->
                        team.isEmpty() || each.teams().isEmpty() || each.teams().contains(team.get()))
                .toList();
        Page<Annotation> page = Page.cut(annotations, paging.limit(), paging.offset());
        Map<String, @Nullable Object> body = head();
        JsonAnswer.paged(body, page, page.rows().stream().map(Annotation::json).toList());
        return Response.json(200, body).etagged(request);
    }

    Response one(Request request) {
        return Response.json(200, told(existing(request))).etagged(request);
    }

    Response add(Request request) {
        checkMayWrite(request);
        Annotation annotation = AnnotationReader.read(JsonBody.read(request), Optional.empty());
        checkNames(annotation);
        if (store.add(annotation) == Change.EXISTS) {
            throw Problem.of(
                            409,
                            "annotation-exists",
                            "There is such an annotation already",
                            "an annotation with the id \"" + annotation.id() + "\" exists; PUT replaces it")
                    .exception();
        }
        say(request, "added", annotation);
        return Response.json(201, told(annotation)).header("Location", "/api/v1/annotations/" + annotation.id());
    }

    Response replace(Request request) {
        checkMayWrite(request);
        Annotation before = existing(request);
        Annotation annotation = AnnotationReader.read(JsonBody.read(request), Optional.of(before.id()));
        checkNames(annotation);
        if (store.replace(annotation) == Change.ABSENT) {
            throw unknown(annotation.id());
        }
        say(request, "replaced", annotation);
        return Response.json(200, told(annotation));
    }

    Response remove(Request request) {
        checkMayWrite(request);
        Annotation annotation = existing(request);
        if (store.remove(annotation) == Change.ABSENT) {
            throw unknown(annotation.id());
        }
        say(request, "deleted", annotation);
        return Response.empty(204);
    }

    /** The annotation that the path names; 404 when there is none. */
    Annotation existing(Request request) {
        String id = request.pathParameter("id");
        if (!AnnotationReader.isId(id)) {
            throw unknown(id);
        }
        return store.find(id).orElseThrow(() -> unknown(id));
    }

    private ProblemException unknown(String id) {
        return Refusals.unknown(
                "annotation", id, store.all().stream().map(Annotation::id).toList());
    }

    private void checkMayWrite(Request request) {
        if (guarded) {
            request.caller().require("admin");
        }
    }

    private void checkNames(Annotation annotation) {
        Directory directory = parts.answers().directory();
        directory.check(annotation.teams(), annotation.features());
    }

    private Map<String, @Nullable Object> head() {
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put("asOf", JsonAnswer.text(parts.answers().asOf()));
        body.put("zone", parts.reportingZone().getId());
        return body;
    }

    private Map<String, @Nullable Object> told(Annotation annotation) {
        Map<String, @Nullable Object> body = head();
        body.putAll(annotation.json());
        return body;
    }

    private static void say(Request request, String what, Annotation annotation) {
        log.atInfo()
                .addKeyValue("change", what)
                .addKeyValue("id", annotation.id())
                .addKeyValue("by", request.caller().name())
                .log("annotation changed");
    }
}
