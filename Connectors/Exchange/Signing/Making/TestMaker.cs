using System.Security.Cryptography;
using System.Text;
using Cleverence.Connectivity.Exchange;

namespace Connectors.Exchange;

/// <summary>A fake signature that says its form and what it was made over: for emulators, which check both.</summary>
internal sealed class TestMaker : ISignatureMaker
{
    public bool GivesCms => false;

    public Task<byte[]?> MakeAsync(ReadOnlyMemory<byte> content, SignatureForm form, CancellationToken cancellationToken)
    {
        var carried = form == SignatureForm.Attached ? Convert.ToBase64String(content.Span) : "";
        var text = $"TESTCMS1;{(form == SignatureForm.Attached ? "attached" : "detached")};{Convert.ToHexString(SHA256.HashData(content.Span))};{carried}";
        return Task.FromResult<byte[]?>(Encoding.ASCII.GetBytes(text));
    }
}
