using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Connectors.ChestnyZnak;

namespace Unit.Tests.ChestnyZnak.Permissive;

[TestClass]
public sealed class SaleAnswerReaderTests
{
    private static readonly SaleCode Milk = new("0104600001000113215x<K9z\u001d93zZ0=", "0104600001000113215x<K9z");
    private static readonly SaleCode Water = new("0104600001000106215Ab!cD/eF+2gH\u001d93Ab1+", "0104600001000106215Ab!cD/eF+2gH");

    [TestMethod]
    public void Numbers_and_flags_may_come_as_text()
    {
        var answer = Read("""{"code":"0","reqId":"r","reqTimestamp":"1700000000000","codes":[{"cis":"CIS","errorCode":"0","found":"true","realizable":"True","sold":"false","mrp":"18500","groupIds":["8"],"expireDate":"2026-06-01T00:00:00.000Z","unknown":{"a":[1]}}]}""")!;

        answer.Receipt!.Value.Should().Be("UUID=r&Time=1700000000000");
        answer.Facts[Milk].Should().BeEquivalentTo(new CodeFacts { ErrorCode = 0, Found = true, Realizable = true, Sold = false, MaxPrice = 18_500, Groups = [8], ExpireDate = new DateTimeOffset(2026, 6, 1, 0, 0, 0, TimeSpan.Zero) });
    }

    [TestMethod]
    [DataRow("""{"code":0,"codes":[{"cis":"CIS","errorCode":0,"found":true}]}""")]
    [DataRow("""{"code":0,"codes":[{"cis":"CIS"}]}""")]
    [DataRow("""{"code":0,"codes":[{"cis":"another","errorCode":0,"found":true,"realizable":true}]}""")]
    [DataRow("""{"code":0,"codes":[]}""")]
    [DataRow("""{"code":0,"codes":null}""")]
    [DataRow("""{"code":0}""")]
    [DataRow("""{"code":17,"description":"?","codes":[{"cis":"CIS","errorCode":0,"found":true,"realizable":true}]}""")]
    [DataRow("""{"code":0,"codes":{"cis":"CIS"}}""")]
    [DataRow("""{"code":0,"codes":["CIS",5,null]}""")]
    public void What_does_not_say_everything_says_nothing(string body) => Read(body).Should().BeNull();

    [TestMethod]
    public void An_error_number_that_cannot_be_read_is_an_error()
    {
        Read("""{"code":0,"codes":[{"cis":"CIS","errorCode":"BAD"}]}""")!.Facts[Milk].ErrorCode.Should().Be(-1);
    }

    [TestMethod]
    public void Each_code_is_found_by_itself_whatever_the_order()
    {
        var answer = SaleAnswerReader.Read(SaleProvider.Cdn, Json("""{"code":0,"codes":[{"cis":"?","printView":"0104600001000106215Ab!cD/eF+2gH","errorCode":0,"found":true,"realizable":false},{"cis":"CIS","errorCode":0,"found":true,"realizable":true}]}"""), [Milk, Water])!;

        answer.Facts[Milk].Realizable.Should().BeTrue();
        answer.Facts[Water].Realizable.Should().BeFalse();
    }

    [TestMethod]
    public void A_complete_code_is_answered_though_another_is_not()
    {
        var answer = SaleAnswerReader.Read(SaleProvider.Cdn, Json("""{"code":0,"codes":[{"cis":"CIS","errorCode":0,"found":true,"realizable":true},{"cis":"?","printView":"0104600001000106215Ab!cD/eF+2gH","errorCode":0}]}"""), [Milk, Water])!;

        answer.Codes.Should().Equal(Milk);
    }

    [TestMethod]
    public void Of_two_rows_for_one_code_the_one_that_forbids_is_believed()
    {
        var answer = Read("""{"code":0,"codes":[{"cis":"CIS","errorCode":0,"found":true,"realizable":true,"isBlocked":false},{"cis":"CIS","errorCode":0,"found":true,"realizable":true,"isBlocked":true},{"cis":"CIS","errorCode":0,"found":true,"realizable":true}]}""")!;

        answer.Facts[Milk].Blocked.Should().BeTrue();
    }

    [TestMethod]
    public void The_code_may_come_back_in_base64()
    {
        var body = $$"""{"code":0,"codes":[{"cis":"{{Convert.ToBase64String(Encoding.UTF8.GetBytes(Milk.Full))}}","errorCode":0,"found":true,"realizable":true}]}""";

        SaleAnswerReader.Read(SaleProvider.Piot, Json(body), [Milk])!.Codes.Should().Equal(Milk);
    }

    [TestMethod]
    public void Checked_offline_the_flags_of_the_local_module_are_enough()
    {
        var answer = Read("""{"code":0,"reqId":"r","reqTimestamp":5,"isCheckedOffline":true,"inst":"i","version":"v","codes":[{"cis":"CIS","isBlocked":false}]}""")!;

        answer.Kind.Should().Be(SaleAnswerKind.CheckedLocally);
        answer.Receipt!.Value.Should().Be("UUID=r&Time=5&Inst=i&Ver=v");
    }

    [TestMethod]
    public void The_local_module_must_say_whether_a_code_is_blocked()
    {
        SaleAnswerReader.ReadLocal(Json("""{"code":0,"codes":[{"cis":"CIS","sold":false}]}"""), [Milk]).Should().BeNull();
        SaleAnswerReader.ReadLocal(Json("""{"code":4050,"codes":[{"cis":"CIS","isBlocked":false}]}"""), [Milk]).Should().BeNull();
        SaleAnswerReader.ReadLocal(Json("""{"code":0,"codes":[{"cis":"CIS","isBlocked":false}]}"""), [Milk])!.IsOffline.Should().BeTrue();
    }

    [TestMethod]
    [DataRow("\uFEFF{\"code\":0}", true)]
    [DataRow("{\"code\":0}", true)]
    [DataRow("{\"code\":", false)]
    [DataRow("[]", false)]
    [DataRow("<html>", false)]
    [DataRow("", false)]
    public void Only_a_whole_object_is_an_answer(string body, bool read)
    {
        using var document = AnswerFields.Parse(Encoding.UTF8.GetBytes(body));

        (document is not null).Should().Be(read);
    }

    private static SaleAnswer? Read(string body) => SaleAnswerReader.Read(SaleProvider.Cdn, Json(body), [Milk]);

    private static JsonElement Json(string body) => AnswerFields.Parse(Encoding.UTF8.GetBytes(body.Replace("\"CIS\"", JsonValue.Create(Milk.Full).ToJsonString(), StringComparison.Ordinal)))!.RootElement;
}
