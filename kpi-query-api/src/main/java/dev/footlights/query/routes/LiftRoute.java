package dev.footlights.query.routes;

import dev.footlights.query.answer.Directory;
import dev.footlights.query.answer.JsonAnswer;
import dev.footlights.query.campaign.Annotation;
import dev.footlights.query.campaign.Lift;
import dev.footlights.query.campaign.LiftMeasure;
import dev.footlights.query.request.Parameters;
import dev.footlights.query.teams.TeamTree;
import dev.footlights.schemas.features.FeatureRules;
import dev.footlights.service.http.Handler;
import dev.footlights.service.http.Request;
import dev.footlights.service.http.Response;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an annotation lifted. Without a feature asked it is about the annotation's when that names exactly one, else about all. */
final class LiftRoute implements Handler {
    private static final int DEFAULT_WEEKS = 4;
    private static final int MOST_WEEKS = 26;

    private final ApiParts parts;
    private final AnnotationRoutes annotations;
    private final Lift lift;

    LiftRoute(ApiParts parts, AnnotationRoutes annotations) {
        this.parts = parts;
        this.annotations = annotations;
        this.lift = new Lift(parts.clickHouse(), parts.floor());
    }

    @Override
    public Response handle(Request request) {
        Parameters parameters = new Parameters(request);
        LiftMeasure measure = parameters.choice("kpi", LiftMeasure.values(), LiftMeasure.ACTIVE_USERS);
        int weeks = parameters.number("weeks", 1, MOST_WEEKS, DEFAULT_WEEKS);
        ZoneId zone = parameters.zone("zone").orElse(parts.reportingZone());
        Optional<Instant> asOf = parts.answers().asOf();
        Annotation annotation = annotations.existing(request);
        String feature = parameters.text("feature").orElse(ownFeature(annotation));
        Directory directory = parts.answers().directory();
        directory.check(List.of(), List.of(feature));
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put("asOf", JsonAnswer.text(asOf));
        body.put("zone", zone.getId());
        body.put("annotation", annotation.id());
        body.put("kpi", measure.kpi());
        body.put("feature", feature);
        body.put("weeks", weeks);
        body.put("unit", measure == LiftMeasure.ADOPTION_RATE ? "ratio" : "per person of the headcount and week");
        Instant now = parts.clock().instant();
        lift.addTo(
                body,
                new Lift.Question(annotation, measure, feature, weeks, zone),
                new TeamTree(directory.rosterTeams()),
                parts.answers().headcounts(),
                asOf.filter(known -> known.isBefore(now)).orElse(now));
        return Response.json(200, body).etagged(request);
    }

    private static String ownFeature(Annotation annotation) {
        return annotation.features().size() == 1 ? annotation.features().getFirst() : FeatureRules.ALL;
    }
}
