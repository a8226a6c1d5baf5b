using System.Globalization;
using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace Wardbook.Store;

/// <summary>A key with which cookies and the tokens in forms are sealed. In the database, so that every instance and every start has the same.</summary>
public sealed class GuardKey
{
    public required Guid Id { get; init; }

    /// <summary>Encrypted with the keys of the installation: who has only the data cannot make a cookie.</summary>
    public required string Xml { get; init; }
}

/// <summary>Keeps <see cref="GuardKey"/>s. By plain SQL: the first is read while the site starts, when Entity Framework is still cold.</summary>
public sealed class GuardKeys(Database database) : IXmlRepository
{
    /// <summary>The same on every instance, wherever its program stands.</summary>
    private const string Application = "wardbook";

    private const string Purpose = "GuardKey.Xml";

    public static void Add(WebApplicationBuilder builder, Database database)
    {
        builder.Services.AddDataProtection().SetApplicationName(Application);
        builder.Services.Configure<KeyManagementOptions>(keys => keys.XmlRepository = new GuardKeys(database));
    }

    IReadOnlyCollection<XElement> IXmlRepository.GetAllElements() => Read().GetAwaiter().GetResult();

    void IXmlRepository.StoreElement(XElement element, string friendlyName) => Write(element.ToString(SaveOptions.DisableFormatting)).GetAwaiter().GetResult();

    private async Task<IReadOnlyCollection<XElement>> Read()
    {
        await using var connection = await database.Connect();
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT \"Xml\" FROM \"GuardKeys\"";
        await using var rows = await command.ExecuteReaderAsync();
        List<XElement> keys = [];
        while (await rows.ReadAsync())
        {
            keys.Add(XElement.Parse(Encoding.UTF8.GetString(database.Keys.Decrypt(Purpose, rows.GetString(0)))));
        }

        return keys;
    }

    private async Task Write(string xml)
    {
        await using var connection = await database.Connect();
        await using var command = connection.CreateCommand();
        command.CommandText = "INSERT INTO \"GuardKeys\" (\"Id\", \"Xml\") VALUES (@id, @xml)";
        var (id, text) = (command.CreateParameter(), command.CreateParameter());
        // As Entity Framework writes an id: PostgreSQL has a type for it, SQLite keeps capital letters.
        (id.ParameterName, id.Value) = ("id", database.IsPostgres ? Guid.CreateVersion7() : Guid.CreateVersion7().ToString("D", CultureInfo.InvariantCulture).ToUpperInvariant());
        (text.ParameterName, text.Value) = ("xml", database.Keys.Encrypt(Purpose, Encoding.UTF8.GetBytes(xml)));
        command.Parameters.Add(id);
        command.Parameters.Add(text);
        await command.ExecuteNonQueryAsync();
    }
}
