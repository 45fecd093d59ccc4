namespace Integration.Tests.Rest;

public sealed partial record RestCase
{
    private static readonly RestCase[] OfRequests =
    [
        new("GET reads one of the goods", """{"path":"/goods/{code}"}""", """["00001"]""", 200, """{"code":"00001","name":"Товар 1","price":1.50,"left":1,"marked":false,"expires":"2026-12-31"}"""),
        new("GET takes an argument by its alias", """{"path":"/goods/{code}","parameters":[{"name":"code","aliases":["Товар"]}],"result":"name"}""", """{"товар":"00002"}""", 200, "\"Товар 2\""),
        new("HEAD gives a header", """{"verb":"HEAD","path":"/goods/{code}","result":"header:ETag"}""", """["00003"]""", 200, "\"\\\"00003-1\\\"\""),
        new("HEAD gives the status", """{"verb":"HEAD","path":"/goods/00003","result":"status"}""", "[]", 200, "200"),
        new("HEAD of nothing is empty", """{"verb":"HEAD","path":"/goods/{code}","result":"status","emptyOn":["404"]}""", """["нет"]""", 200, "null"),
        new("OPTIONS gives the verbs", """{"verb":"OPTIONS","path":"/goods","result":"header:Allow"}""", "[]", 200, "\"GET, POST, PUT, PATCH, DELETE\""),
        new("POST makes a good", """{"verb":"POST","path":"/goods","body":{"code":"{code}","name":"{name}","price":"{price}"},"parameters":[{"name":"code"},{"name":"name"},{"name":"price","type":"decimal"}]}""", """["N1","Новый",9.90]""", 200, """{"code":"N1","name":"Новый","price":9.90,"left":0,"marked":false,"expires":null}"""),
        new("PUT replaces a good", """{"verb":"PUT","path":"/goods/{code}","body":{"name":"{name}","price":"{price}","marked":true},"parameters":[{"name":"code"},{"name":"name"},{"name":"price","type":"decimal"}]}""", """["P1","Замена",1]""", 200, """{"code":"P1","name":"Замена","price":1,"left":0,"marked":true,"expires":null}"""),
        new("PATCH changes a good", """{"verb":"PATCH","path":"/goods/{code}","body":{"price":"{price}"},"parameters":[{"name":"code"},{"name":"price","type":"decimal"}],"result":"price","resultType":"decimal"}""", """["00250",7.25]""", 200, "7.25"),
        new("DELETE removes a good and hands back nothing", """{"verb":"DELETE","path":"/goods/{code}"}""", """["00249"]""", 200, "null"),
        new("A path argument is escaped", """{"path":"/echo/{a}/x","result":"target"}""", """["a/b ?&Ж"]""", 200, "\"/echo/a%2Fb%20%3F%26%D0%96/x\""),
        new("A space of the template's path is escaped", """{"path":"/echo/a b","result":"target"}""", "[]", 200, "\"/echo/a%20b\""),
        new("A query argument is escaped", """{"path":"/echo/q","query":{"имя":"{v}"},"result":"target"}""", """["a&b=c+d e"]""", 200, "\"/echo/q?%D0%B8%D0%BC%D1%8F=a%26b%3Dc%2Bd%20e\""),
        new("An optional query argument is left out", """{"path":"/echo/q","query":{"a":"{a}","b":"x{b}"},"parameters":[{"name":"a","optional":true},{"name":"b","optional":true}],"result":"target"}""", "{}", 200, "\"/echo/q?b=x\""),
        new("A list repeats its pair", """{"path":"/echo/q","query":{"id":"{ids}","z":"1"},"parameters":[{"name":"ids","type":"list"}],"result":"target"}""", """[["a","b",3]]""", 200, "\"/echo/q?id=a&id=b&id=3&z=1\""),
        new("A list is joined", """{"path":"/echo/{ids}","query":{"id":"{ids}"},"parameters":[{"name":"ids","type":"list","join":","}],"result":"target"}""", """[["a","b"]]""", 200, "\"/echo/a%2Cb?id=a%2Cb\""),
        new("An item cannot hold the separator", """{"path":"/echo/q","query":{"id":"{ids}"},"parameters":[{"name":"ids","type":"list","join":","}]}""", """[["a,b"]]""", 400, """{"code":"InvalidArguments","offenders":["ids: the item 'a,b' holds the separator ','"]}"""),
        new("Dates and decimals are written in their formats", """{"path":"/echo/q","query":{"d":"{d}","u":"{u}","n":"{n}","f":"{f}"},"parameters":[{"name":"d","type":"dateTime","format":"yyyyMMdd"},{"name":"u","type":"dateTimeOffset","format":"unix"},{"name":"n","type":"decimal","format":"0.000"},{"name":"f","type":"boolean","format":"да|нет"}],"result":"target"}""", """["2026-05-31T10:00:00","1970-01-01T00:01:00Z",2.5,true]""", 200, "\"/echo/q?d=20260531&f=%D0%B4%D0%B0&n=2.500&u=60\""),
        new("A default stands in", """{"path":"/echo/{kind}","query":{"n":"{n}"},"parameters":[{"name":"kind","default":"all"},{"name":"n","type":"integer","default":"10"}],"result":"target"}""", "[]", 200, "\"/echo/all?n=10\""),
        new("A header carries an argument", """{"path":"/echo/h","headers":{"X-Shop":"s-{shop}"},"result":"$.headers['X-Shop']"}""", """["5"]""", 200, "\"s-5\""),
        new("An argument cannot break a header", """{"path":"/echo/h","headers":{"X-Shop":"{shop}"}}""", """["1\r\nX-Admin: 1"]""", 400, """{"code":"InvalidArguments","reason":null,"inDoubt":false}"""),
        new("An argument cannot climb out of the path", """{"path":"/echo/{a}"}""", """[".."]""", 400, """{"code":"InvalidArguments","offenders":["a: '..' is not part of a path"]}"""),
        new("Unknown, missing and wrong arguments are told together", """{"path":"/echo/{a}","query":{"n":"{n}"},"parameters":[{"name":"a"},{"name":"n","type":"integer"}]}""", """{"n":"много","b":1}""", 400, """{"code":"InvalidArguments","offenders":["n: 'много' is not a whole number","b: unknown","a: missing"]}"""),
        new("An argument that is too many is told", """{"path":"/echo/{a}"}""", """["1","2"]""", 400, """{"code":"InvalidArguments","offenders":["argument 2: unknown"]}"""),
    ];
}
