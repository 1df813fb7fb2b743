package dev.footlights.service.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RouterTest {
    private static final String KEY = "0123456789abcdef";

    private final Router router = new Router()
            .get("/files/{rest*}", request -> text("rest " + request.pathParameter("rest")))
            .get("/kpis/{id}", request -> text("kpi " + request.pathParameter("id")))
            .get("/kpis/all", request -> text("all"))
            .get("/kpis", request -> text("list"))
            .post("/kpis", request -> text("made"));

    @ParameterizedTest
    @CsvSource({
        "GET,/kpis,list",
        "POST,/kpis,made",
        "HEAD,/kpis,list",
        "GET,/kpis/all,all",
        "GET,/kpis/active-users,kpi active-users",
        "GET,/kpis/a%20b%C3%A9,kpi a bé",
        "GET,/kpis/a+b,kpi a+b",
        "GET,/files/,rest ''",
        "GET,/files/a/b.css,rest a/b.css"
    })
    void theMostExactRouteIsTaken(String method, String path, String answer) throws Exception {
        assertThat(call(router, method, path)).isEqualTo(answer.replace("''", ""));
    }

    @Test
    void theRoutesOfAMethodAreTold() {
        assertThat(router.patterns("GET")).containsExactly("/kpis", "/kpis/all", "/kpis/{id}", "/files/{rest*}");
        assertThat(router.patterns("POST")).containsExactly("/kpis");
        assertThat(router.patterns("PUT")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/kpi", "/kpis/", "/kpis/a/b", "/KPIS", "//kpis", "", "*"})
    void anythingElseIs404(String path) {
        assertThat(refusal("GET", path).status()).isEqualTo(404);
    }

    @Test
    void anotherMethodIs405WithThoseThatAreTaken() {
        Problem problem = refusal("DELETE", "/kpis");

        assertThat(problem.status()).isEqualTo(405);
        assertThat(problem.headers()).containsEntry("Allow", "GET, HEAD, OPTIONS, POST");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/kpis/%", "/kpis/%4", "/kpis/%zz", "/kpis/%ff", "/kpis/%c0%af", "/kpis/%ed%a0%80"})
    void malformedEscapesAre400(String path) {
        assertThat(refusal("GET", path).status()).isEqualTo(400);
    }

    @Test
    void aRouteIsAddedOnce() {
        assertThatThrownBy(() -> router.get("/kpis", request -> text("")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("/kpis");
    }

    @Test
    void queryParametersAreDecodedAndKeptInOrder() {
        Request request = Request.get("/kpis?team=group%3Adefault%2Fa+b&x&team=second&=&y=1=2");

        assertThat(request.queryParameters())
                .containsEntry("team", List.of("group:default/a b", "second"))
                .containsEntry("x", List.of(""))
                .containsEntry("y", List.of("1=2"));
        assertThat(request.queryParameter("y")).contains("1=2");
        assertThat(request.queryParameter("none")).isEmpty();
        assertThatThrownBy(() -> request.queryParameter("team")).hasMessageContaining("team");
        assertThatThrownBy(() -> Request.get("/?a=%ff").queryParameters()).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> Request.get("/?" + "a=1&".repeat(201)).queryParameters())
                .isInstanceOf(ProblemException.class);
    }

    @Test
    void onlyAKnownKeyGetsThroughAndOpenRoutesNeedNone() throws Exception {
        Router guarded = new Router(BearerKeys.parse(List.of("portal=" + KEY, "ops:admin=another-key-of-ours")))
                .get("/who", request -> text(request.caller().name()))
                .get("/admin", request -> {
                    request.caller().require("admin");
                    return text("done");
                })
                .open("/open", request -> text("open"));

        assertThat(call(guarded, "GET", "/open")).isEqualTo("open");
        assertThat(callAs(guarded, "/who", "Bearer " + KEY)).isEqualTo("portal");
        assertThat(callAs(guarded, "/who", "bearer another-key-of-ours")).isEqualTo("ops");
        assertThat(callAs(guarded, "/admin", "Bearer another-key-of-ours")).isEqualTo("done");
        assertThat(statusOf(guarded, "/admin", "Bearer " + KEY)).isEqualTo(403);
        for (String header :
                List.of("", "Bearer", "Bearer ", "Basic " + KEY, "Bearer x" + KEY, "Bearer " + "x".repeat(9000))) {
            assertThat(statusOf(guarded, "/who", header)).as(header).isEqualTo(401);
        }
        assertThat(refusalOf(() -> call(guarded, "GET", "/who?access_token=" + KEY))
                        .headers())
                .containsEntry("WWW-Authenticate", "Bearer");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0123456789abcdef", "name=short", "=0123456789abcdef", ""})
    void keysOfAnotherFormAreRefusedWithoutRepeatingThem(String entry) {
        assertThatThrownBy(() -> BearerKeys.parse(List.of(entry)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("entry 1")
                .message()
                .doesNotContain("0123456789abcdef", "short");
    }

    @ParameterizedTest
    @CsvSource({
        "/,<p>hello</p>,text/html; charset=utf-8",
        "/index.html,<p>hello</p>,text/html; charset=utf-8",
        "/sub/,<p>sub</p>,text/html; charset=utf-8",
        "/style.css,body{},text/css; charset=utf-8"
    })
    void filesOfTheJarAreServed(String path, String content, String type) throws Exception {
        Response response = files(path);

        assertThat(new String(response.bytes(), StandardCharsets.UTF_8)).isEqualToIgnoringNewLines(content);
        assertThat(response.header("Content-Type")).contains(type);
        assertThat(response.header("ETag")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/none.html",
                "/../outside.txt",
                "/sub/../../outside.txt",
                "/sub",
                "/.html",
                "//index.html",
                "/a%00.html"
            })
    void nothingElseIsServed(String path) {
        assertThat(refusalOf(() -> files(path)).status()).isEqualTo(404);
    }

    private static Response files(String path) throws Exception {
        Router files = new Router().open("/{file*}", new ClassPathFiles(RouterTest.class, "/files"));
        Request request = Request.get(path);
        return files.call(files.match(request), request);
    }

    private static Response text(String body) {
        return Response.text(200, "text/plain", body);
    }

    private Problem refusal(String method, String path) {
        return refusalOf(() -> call(router, method, path));
    }

    private static String call(Router router, String method, String path) throws Exception {
        return call(router, Request.of(method, path, Map.of(), new byte[0]));
    }

    private static String callAs(Router router, String path, String authorization) throws Exception {
        Map<String, String> headers = authorization.isEmpty() ? Map.of() : Map.of("Authorization", authorization);
        return call(router, Request.of("GET", path, headers, new byte[0]));
    }

    private static String call(Router router, Request request) throws Exception {
        return new String(router.call(router.match(request), request).bytes(), StandardCharsets.UTF_8);
    }

    private static int statusOf(Router router, String path, String authorization) {
        return refusalOf(() -> callAs(router, path, authorization)).status();
    }

    private static Problem refusalOf(ThrowingCallable call) {
        return catchThrowableOfType(ProblemException.class, call).problem();
    }
}
